import { programJsonSchema } from '@testamur/program';

/** The program language as JSON Schema, for the completion of the editor. It says nothing of anybody's program. */
export const loader = () =>
  new Response(JSON.stringify(programJsonSchema()), {
    headers: {
      'content-type': 'application/schema+json; charset=utf-8',
      'content-disposition': 'inline; filename="program.schema.json"',
      'cache-control': 'private, max-age=300',
    },
  });
