/** A text as people write them, with everything a document can have. */
export const hallway = {
  title: 'Repainting the hallway',
  html: `
<p>Notes from Sunday’s walk through the house. Nothing here is decided until everybody has <strong>written
their part</strong>; colours are <a href="https://example.org/swatches">on the swatch
page</a>.</p>
<h2>What we agreed on</h2>
<ul>
  <li><p>Ceiling first, then the walls, the door frames last.</p></li>
  <li><p>One colour from the stairs to the kitchen</p>
    <ul><li><p>except behind the radiator, where it stays white</p></li></ul></li>
</ul>
<blockquote><p>A hallway is the handshake of a house.</p></blockquote>
<h3>What it takes</h3>
<table>
  <tr><th>Room</th><th>Paint</th><th>Days</th></tr>
  <tr><td>Stairs</td><td>7 l</td><td>2</td></tr>
  <tr><td>Hall</td><td>12 l</td><td>3</td></tr>
</table>
<ul data-type="taskList">
  <li data-type="taskItem" data-checked="true"><p>Borrow the long ladder</p></li>
  <li data-type="taskItem" data-checked="false"><p>Ask Mina about the <em>old</em> lamp</p></li>
</ul>
<pre><code>litres = (walls - doors) / 8 * coats</code></pre>
<hr>
<p>Paint for <code>RAL 9010</code> is in the cellar; <s>the brushes too</s> the brushes are <u>with
Bo</u>.</p>
`
    .replaceAll(/\n\s*(?=<)/g, '')
    .replaceAll('\n', ' '),
} as const;
