const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

interface PlainPage {
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
}

/** What is said where a request is refused before the site sees it: no style, no script, no way on but back. */
export const plainPage = ({ title, detail, requestId }: PlainPage): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · Testamur</title>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(detail)}</p>
<p>Go back with your browser and try again.</p>
<p>Request ${escaped(requestId)}</p>
</main>
</html>
`;
