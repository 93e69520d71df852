export const PAGE = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphQL - adoption hub</title>
<link rel="stylesheet" href="/graphiql/query.css">
<script src="/graphiql/query.js" defer></script>
</head>
<body>
<main>
<h1>GraphQL</h1>
<p>Sign in at <a href="/">the hub</a> first; operations run as you. Ctrl+Enter runs.</p>
<form>
<label for="operation">Operation</label>
<textarea id="operation" spellcheck="false" rows="16">{
  viewer { displayName roles agency { code name } }
}</textarea>
<label for="variables">Variables (JSON)</label>
<textarea id="variables" spellcheck="false" rows="4">{}</textarea>
<button type="submit">Run</button>
</form>
<label for="answer">Answer</label>
<textarea id="answer" readonly rows="24" aria-live="polite"></textarea>
</main>
</body>
</html>
`;

export const STYLE = `body{font:16px/1.5 Arial,sans-serif;margin:0}main{max-width:70rem;margin:auto;padding:1rem}
label{display:block;margin-top:1rem;font-weight:bold}textarea{box-sizing:border-box;width:100%;font:14px/1.4 monospace}
button{margin-top:1rem;padding:.5rem 1.5rem;font-size:1rem}`;

export const SCRIPT = `'use strict';
const form = document.querySelector('form');
const part = (id) => document.getElementById(id);

async function run(event) {
  event.preventDefault();
  const answer = part('answer');
  answer.value = '…';
  try {
    const variables = JSON.parse(part('variables').value.trim() || '{}');
    const session = await fetch('/auth/session');
    if (session.status !== 200) throw new Error('Sign in at the hub first, then come back.');
    const { csrfToken } = await session.json();
    const reply = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-csrf': csrfToken },
      body: JSON.stringify({ query: part('operation').value, variables }),
    });
    answer.value = JSON.stringify(await reply.json(), null, 2);
  } catch (error) {
    answer.value = error.message;
  }
}

form.addEventListener('submit', run);
form.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(event); });
`;
