/** A text in Arabic, Hebrew and English, with everything that has a beginning. */
export const mixed = {
  title: 'طلاء الممر – צביעת המסדרון',
  html: `
<p>اتفقنا يوم الأحد على <strong>طلاء السقف</strong> أولاً ثم الجدران، والألوان في <a href="https://example.org/swatches">صفحة العينات</a> مع الرمز <code>RAL 9010</code>.</p>
<p>Between them a line in English, with one word in Hebrew, שלום, in its middle.</p>
<h2>ملاحظات</h2>
<ul><li><p>السقف ثم الجدران</p><ul><li><p>ما عدا خلف المدفأة</p></li></ul></li></ul>
<ol><li><p>לקנות שבעה ליטר צבע</p></li><li><p>להשאיל סולם ארוך</p></li></ol>
<ul data-type="taskList">
<li data-type="taskItem" data-checked="true"><p>استعارة السلم الطويل</p></li>
<li data-type="taskItem" data-checked="false"><p>سؤال مينا عن المصباح القديم</p></li>
</ul>
<blockquote><p>מסדרון הוא לחיצת היד של הבית.</p></blockquote>
<table><tr><th>الغرفة</th><th>الطلاء</th><th>الأيام</th></tr><tr><td>الدرج</td><td>7 l</td><td>2</td></tr></table>
<pre><code>litres = (walls - doors) / 8 * coats  # كم لتراً</code></pre>
<ul><li><p>English list, to the left</p></li></ul>
`
    .replaceAll(/\n\s*(?=<)/g, '')
    .replaceAll('\n', ' '),
} as const;
