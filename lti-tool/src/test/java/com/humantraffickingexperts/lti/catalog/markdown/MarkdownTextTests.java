package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText.Kind;
import com.humantraffickingexperts.lti.catalog.markdown.References.Contact;
import com.humantraffickingexperts.lti.catalog.markdown.References.Term;
import com.humantraffickingexperts.lti.catalog.source.Findings;

import static org.assertj.core.api.Assertions.assertThat;

/** What authors write comes out as HTML that everybody can read, and nothing else. */
@Timeout(300)
class MarkdownTextTests {

	private static final References REFERENCES = new References(Set.of("act", "guidance"),
			Map.of("nrm", new Term("the NRM", "A framework & more.")),
			Map.of("core",
					List.of(new Contact("Emergency services", "999", "In danger now"),
							new Contact("A helpline", "08000 (0) 000-000", null),
							new Contact("A website", "help.example", null))));

	@Nested
	class Boxes {

		@ParameterizedTest
		@CsvSource({ "law, The law", "practice, In practice", "case, Case", "warning, Take care",
				"key-points, Key points" })
		void haveAWordAboveThemThatNamesThem(String kind, String label) {
			assertThat(page(":::" + kind + "\nA *text*.\n:::")).isEqualToIgnoringWhitespace("""
					<div class="note note-%s" role="note" aria-labelledby="note-1">
					<p class="note-label" id="note-1">%s</p>
					<p>A <em>text</em>.</p>
					</div>""".formatted(kind, label));
		}

		@Test
		void holdWhateverAPageHolds() {
			assertThat(page(":::law\n\n- a\n- b\n\n> c\n\n### d\n\n:::\n\ne")).contains("<li>a</li>", "<blockquote>",
					"<h3>d</h3>", "</div>\n<p>e</p>");
		}

		@Test
		void haveNamesOfTheirOwn() {
			assertThat(page(":::law\na\n:::\n:::law\nb\n:::")).contains("id=\"note-1\"", "id=\"note-2\"");
		}

		@Test
		void forAuthorsAreNeverRendered() {
			assertThat(page("before\n\n:::verify\nSecret {{term:nrm}} [@act] {{helplines:core}}\n:::\n\nafter"))
				.isEqualToIgnoringWhitespace("<p>before</p><p>after</p>");
		}

		@Test
		void forAuthorsAreKnownByTheirLines() {
			assertThat(parse(Kind.PAGE, "a\n\n:::verify\nx\n:::\n").notesToAuthors()).containsExactly(3);
		}

		@Test
		void ofAQuestionHaveNoIdsBecauseManyQuestionsShareAPage() {
			assertThat(render(Kind.PASSAGE, ":::case\nRuth.\n:::")).isEqualToIgnoringWhitespace("""
					<div class="note note-case" role="note" aria-label="Case">
					<p class="note-label">Case</p><p>Ruth.</p></div>""");
		}

		@Test
		void areNothingInCode() {
			assertThat(page("```\n:::law\n```")).contains(":::law").doesNotContain("note");
		}

	}

	@Nested
	class Citations {

		@Test
		void areNumberedAndLeadToTheList() {
			assertThat(page("A [@act], b [@guidance] [@act].")).contains(
					"<a class=\"citation\" href=\"#source-act\" role=\"doc-noteref\" aria-label=\"Source 1\">[1]</a>")
				.contains("<a class=\"citation\" href=\"#source-guidance\" role=\"doc-noteref\" "
						+ "aria-label=\"Source 2\">[2]</a>");
		}

		@Test
		void areNamedInTheOrderOfTheText() {
			assertThat(parse(Kind.PAGE, "[@guidance] [@act] [@guidance]\n\n:::verify\n[@hidden]\n:::").cited())
				.containsExactly("guidance", "act");
		}

		@Test
		void standAsWordsInAQuestion() {
			assertThat(render(Kind.PASSAGE, "Yes [@guidance]."))
				.isEqualTo("<p>Yes <span class=\"citation\">[source 2]</span>.</p>\n");
		}

		@ParameterizedTest
		@ValueSource(strings = { "\\[@act]", "`[@act]`" })
		void areTextWhereTheAuthorSaysSo(String text) {
			assertThat(page(text)).contains("[&#64;act]").doesNotContain("#source");
		}

	}

	@Nested
	class Terms {

		@Test
		void leadToTheirMeaningAndBackTheFirstTime() {
			assertThat(page("Use {{term:nrm}}. Again {{term:nrm}}.")).isEqualToIgnoringWhitespace(
					"""
							<p>Use <a class="term" id="term-use-nrm" href="#term-nrm">the NRM</a>. Again the NRM.</p>
							<div class="terms"><h2>Words on this page</h2><dl>
							<dt id="term-nrm">the NRM</dt>
							<dd>A framework &amp; more.
							<a class="term-back" href="#term-use-nrm" aria-label="Back to the text: the NRM">Back to the text</a></dd>
							</dl></div>""");
		}

		@Test
		void standAsWordsInAQuestion() {
			assertThat(render(Kind.LINE, "Use {{term:nrm}}")).isEqualTo("Use the NRM");
		}

		@Test
		void areNoLinkWithinALink() {
			assertThat(page("[about {{term:nrm}}](https://a.example)")).doesNotContain("#term-nrm");
		}

	}

	@Nested
	class Helplines {

		@Test
		void areAListThatAPhoneCanDial() {
			assertThat(page("{{helplines:core}}")).isEqualToIgnoringWhitespace("""
					<dl class="lines">
					<dt>Emergency services</dt>
					<dd><a class="contact" href="tel:999">999</a> <span>In danger now</span></dd>
					<dt>A helpline</dt><dd><a class="contact" href="tel:080000000000">08000 (0) 000-000</a></dd>
					<dt>A website</dt><dd><span class="contact">help.example</span></dd></dl>""");
		}

		@Test
		void cutTheParagraphInWhichTheyStand() {
			assertThat(page("Call: {{helplines:core}} Then **rest**.")).containsSubsequence("<p>Call: </p>", "<dl",
					"</dl>", "<p> Then <strong>rest</strong>.</p>");
		}

	}

	@Nested
	class Tables {

		@Test
		void canBeReachedAndScrolledByKeyboard() {
			assertThat(page("| a | b {{term:nrm}} |\n|---|---|\n| 1 | 2 |")).contains(
					"<div class=\"table-wrap\" role=\"group\" tabindex=\"0\" aria-label=\"Table: a, b the NRM\">",
					"<th scope=\"col\">a</th>", "<td>1</td>");
		}

		@Test
		void withAnEmptyCornerNameTheirRows() {
			assertThat(page("| | a |\n|---|---|\n| row | 1 |")).contains("<td></td><th scope=\"col\">a</th>",
					"<th scope=\"row\">row</th><td>1</td>");
		}

	}

	@Nested
	class Links {

		@Test
		void toOtherSitesOpenBesideTheFrameAndSaySo() {
			assertThat(page("[Read](https://a.example/x?y=1&z=2)")).contains(
					"<a href=\"https://a.example/x?y&#61;1&amp;z&#61;2\" target=\"_blank\" rel=\"noopener noreferrer\">Read (new tab)</a>");
		}

		@ParameterizedTest
		@ValueSource(strings = { "mailto:a@b.example", "tel:999" })
		void toPeopleStayWhereTheyAre(String address) {
			assertThat(page("[Read](" + address + ")")).contains(">Read</a>").doesNotContain("_blank");
		}

	}

	@Nested
	class ScriptsAndMarkup {

		@ParameterizedTest
		@ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
				"<iframe src=\"https://e.example\"></iframe>", "<a href=\"javascript:alert(1)\">x</a>",
				"<div style=\"position:fixed\">x</div>", "<form action=\"https://e.example\"><input></form>",
				"<style>*{}</style>", "<math><mtext></mtext></math>", "<noscript><p title=\"</noscript><img>\">",
				"<!--><img src=x>-->", "<![CDATA[<img>]]>", "<?php echo 1 ?>", "<!DOCTYPE html>" })
		void areFoundAndEscaped(String text) {
			MarkdownText parsed = parse(Kind.PAGE, text);
			Findings findings = new Findings();
			parsed.check("page.md", REFERENCES, findings);

			assertThat(findings.block()).isTrue();
			assertThat(harmless(parsed.render(REFERENCES, List.of()))).isTrue();
		}

		@ParameterizedTest
		@ValueSource(strings = { "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
				"[x](javascript&colon;alert(1))", "[x](&#106;avascript:alert(1))", "[x](data:text/html;base64,AAAA)",
				"[x](vbscript:x)", "[x](file:///etc/passwd)", "[x](blob:https://a.example/1)", "<javascript:alert(1)>",
				"[x](http://a.example)", "[x](https:a.example)", "[x](https://)", "[x](https://a.example\\@b.example)",
				"[x]( https://u:p@a.example)", "[x](/admin)", "[x](?a)", "[x](#main)", "[x](tel:+44<script>)",
				"[a]: javascript:alert(1)\n\n[x][a]" })
		void inLinksAreFoundAndDropped(String text) {
			MarkdownText parsed = parse(Kind.PAGE, text);
			Findings findings = new Findings();
			parsed.check("page.md", REFERENCES, findings);

			assertThat(findings.block()).isTrue();
			assertThat(parsed.render(REFERENCES, List.of())).doesNotContain("href");
		}

		@ParameterizedTest
		@ValueSource(strings = { "&lt;script&gt;alert(1)&lt;/script&gt;", "`<script>`", "\\<script>", "    <script>",
				"a < b > c", "a <svg/onload=alert(1)> b", "**\"onmouseover=alert(1)**" })
		void asWordsAreHarmless(String text) {
			assertThat(harmless(page(text))).isTrue();
		}

		@Test
		void inSharedWordsAreEscaped() {
			String bad = "\"><script>alert(1)</script>";
			References references = new References(Set.of(), Map.of("t", new Term(bad, bad)),
					Map.of("p", List.of(new Contact(bad, "tel:1" + bad, bad))));

			assertThat(harmless(parse(Kind.PAGE, "{{term:t}} | {{helplines:p}}\n\n| {{term:t}} |\n|---|\n| x |")
				.render(references, List.of()))).isTrue();
		}

		@Test
		void areStoppedByTheSecondGuardAlone() {
			assertThat(HtmlGuard.clean("<p onclick=\"x()\" id=\"main\">a<script>b</script><img src=\"x\">"
					+ "<a href=\"javascript:x()\" target=\"_top\">c</a><a href=\"#main\">d</a></p>"))
				.isEqualTo("<p>acd</p>");
		}

		/** Every tag is one that the renderer writes, without anything that acts. */
		private static boolean harmless(String html) {
			return !html.matches("(?is).*<(script|img|svg|iframe|form|input|style|math|noscript|!|\\?).*")
					&& !html.matches("(?is).*<[^>]*\\s(on[a-z]+|style|src)\\s*=.*")
					&& !html.matches("(?is).*javascript:[^<]*\".*");
		}

	}

	@Nested
	class HostileLengthAndDepth {

		@ParameterizedTest
		@ValueSource(strings = { "*", "**a ", "*a _b ", "[", "[a](", "![", "> ", "- ", "`", "`a``", "{{", "[@", "<",
				"&#", "|", "|-|-\n", ":::law\n", ":::\n", "[a]: b\n", "]", "[[@act]", "{{helplines:core}}", "1. ",
				"a**b**", "<!--", "a | b\n--|--\n", "_a__b___", "***a**", "[x][", "- a\n  - b\n    " })
		void doNotHurt(String step) {
			for (int times : new int[] { 1000, 29_000 / step.length(), 100_000 }) {
				MarkdownText text = parse(Kind.PAGE, step.repeat(times));
				Findings findings = new Findings();
				text.check("page.md", REFERENCES, findings);
				text.cited();
				text.notesToAuthors();
				if (!findings.block()) {
					assertThat(text.render(REFERENCES, List.of("act"))).isNotNull();
				}
			}
		}

	}

	private static String page(String text) {
		MarkdownText parsed = parse(Kind.PAGE, text);
		return parsed.render(REFERENCES, List.of("act", "guidance"));
	}

	private static String render(Kind kind, String text) {
		return parse(kind, text).render(REFERENCES, List.of("act", "guidance"));
	}

	private static MarkdownText parse(Kind kind, String text) {
		return MarkdownText.parse(kind, text, 1, true);
	}

}
