interface Loader {
  load(id: string): Promise<unknown>;
  provide(id: string, value: unknown): void;
  readonly define: (...given: unknown[]) => void;
  readonly require: (...given: unknown[]) => unknown;
}

type Evaluate = (id: string, source: string, define: Loader['define'], require: Loader['require']) => void;

export declare function createLoader(fetchSource: (id: string) => Promise<string | null>, evaluate: Evaluate): Loader;
