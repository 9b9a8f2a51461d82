package com.humantraffickingexperts.lti.catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Page;
import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Rule;

import static com.humantraffickingexperts.lti.catalog.PackageFolder.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** Pictures of a module: described, credited, and unable to do anything but be seen. */
@Timeout(60)
class PictureTests {

	private static final String SVG = "tied-housing/assets/path.svg";

	private static final String META = SVG + ".meta.yaml";

	private static final String DRAWING = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480">
			<title>The path</title>
			<style>.line { stroke: #1f5c63; } @media (prefers-color-scheme: dark) { .line { stroke: #7cc1c7; } }</style>
			<rect class="line" width="10" height="10"/>
			</svg>
			""";

	/** One point. */
	private static final byte[] PNG = Base64.getDecoder()
		.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

	private PackageFolder folder;

	@BeforeEach
	void aPageWithADrawing(@TempDir Path temp) {
		this.folder = PackageFolder.sound(temp).write(SVG, DRAWING).write(META, """
				alt: "The path from <work> to a bed"
				credit: "Our team"
				licence: CC-BY-4.0
				source: "Drawn for this module"
				""").replace(PAGE, "Ask about **both**.", "Ask about **both**.\n\n![The *path*](../assets/path.svg)");
	}

	@Nested
	class OnAPage {

		@Test
		void areFiguresWithDescriptionCaptionAndCredit() {
			Page page = PictureTests.this.folder.catalog()
				.find("tied-housing")
				.orElseThrow()
				.page("the-bed")
				.orElseThrow();

			assertThat(PictureTests.this.folder.findings()).isEmpty();
			assertThat(page.html()).containsPattern("<figure><div class=\"picture picture-wide\" role=\"group\" "
					+ "tabindex=\"0\" aria-label=\"Picture\"><img src=\"/pictures/[0-9a-f]{64}\\.svg\" "
					+ "alt=\"The path from &lt;work&gt; to a bed\" width=\"640\" height=\"480\" loading=\"lazy\" />"
					+ "</div><figcaption>The <em>path</em> <span class=\"credit\">Picture: Our team \\(CC-BY-4\\.0\\)"
					+ "</span></figcaption></figure>");
		}

		@Test
		void areServedUnderTheAddressOfTheirContent() {
			LoadedCatalog catalog = PictureTests.this.folder.catalog();
			String html = catalog.find("tied-housing").orElseThrow().page("the-bed").orElseThrow().html();
			int at = html.indexOf("/pictures/") + "/pictures/".length();
			PictureFile picture = catalog.picture(html.substring(at, html.indexOf('"', at))).orElseThrow();

			assertThat(picture.mediaType()).isEqualTo("image/svg+xml");
			assertThat(new String(picture.content(), StandardCharsets.UTF_8)).isEqualTo(DRAWING);
			assertThat(catalog.picture("0".repeat(64) + ".svg")).isEmpty();
		}

		@Test
		void ofPointsAreMeasured() {
			PictureTests.this.folder.write("tied-housing/assets/point.png", PNG)
				.write("tied-housing/assets/point.png.meta.yaml", PictureTests.this.folder.read(META))
				.replace(PAGE, "../assets/path.svg", "assets/point.png");

			assertThat(PictureTests.this.folder.places()).containsExactly(SVG + ":1 W202");
			assertThat(PictureTests.this.folder.catalog()
				.find("tied-housing")
				.orElseThrow()
				.page("the-bed")
				.orElseThrow()
				.html()).contains("width=\"1\" height=\"1\"", ".png\"").doesNotContain("picture-wide");
		}

		@ParameterizedTest
		@ValueSource(strings = { "before ![x](../assets/path.svg)", "| a |\n|---|\n| ![x](../assets/path.svg) |",
				"[![x](../assets/path.svg)](https://example.org/)" })
		void standByThemselves(String text) {
			PictureTests.this.folder.replace(PAGE, "![The *path*](../assets/path.svg)", text);

			assertThat(rules()).containsExactly(Rule.E017);
		}

		@ParameterizedTest
		@ValueSource(strings = { "../assets/other.svg", "path.svg", "../../shared/path.svg", "../assets/../path.svg" })
		void haveToBeThere(String address) {
			PictureTests.this.folder.replace(PAGE, "../assets/path.svg", address);

			assertThat(rules()).contains(Rule.E003).doesNotContain(Rule.E000);
		}

		@ParameterizedTest
		@ValueSource(strings = { "https://example.org/x.svg", "//example.org/x.svg", "data:image/png;base64,xx" })
		void areNotFromElsewhere(String address) {
			PictureTests.this.folder.replace(PAGE, "../assets/path.svg", address);

			assertThat(rules()).contains(Rule.E006);
		}

	}

	@Nested
	class WithoutADescription {

		@Test
		void areNotShown() {
			PictureTests.this.folder.delete(META);

			assertThat(PictureTests.this.folder.places()).contains(SVG + ":1 E006",
					PictureTests.this.folder.place(PAGE, "![The", "E003"));
		}

		@ParameterizedTest
		@ValueSource(strings = { "alt", "credit", "licence", "source" })
		void areNotShownWithHalfOfItEither(String field) {
			PictureTests.this.folder.write(META,
					PictureTests.this.folder.read(META).replaceFirst("(?m)^" + field + ": .*\n", ""));

			assertThat(PictureTests.this.folder.places()).contains(META + ":1 E001");
		}

		@Test
		void aDescriptionWithoutAPictureIsFound() {
			PictureTests.this.folder.write("tied-housing/assets/gone.svg.meta.yaml",
					PictureTests.this.folder.read(META));

			assertThat(PictureTests.this.folder.places())
				.containsExactly("tied-housing/assets/gone.svg.meta.yaml:1 E003");
		}

		@Test
		void otherFilesAreFound() {
			PictureTests.this.folder.write("tied-housing/assets/film.mp4", "x");

			assertThat(PictureTests.this.folder.places()).containsExactly("tied-housing/assets/film.mp4:1 E001");
		}

	}

	@Nested
	class ADrawing {

		@ParameterizedTest
		@ValueSource(strings = { "<script>alert(1)</script>", "<script href='#a'/>",
				"<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
				"<image href='https://example.org/x.png'/>", "<image href='data:image/png;base64,xx'/>",
				"<a href='https://example.org/'><rect/></a>", "<use href='other.svg#x'/>",
				"<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='https://example.org/x.svg#a'/>",
				"<rect onload='alert(1)'/>", "<rect onLoad='alert(1)'/>",
				"<rect fill='url(https://example.org/x.svg#a)'/>", "<rect style='fill: url( \"//example.org/x\" )'/>",
				"<style>@import 'https://example.org/x.css';</style>", "<style>@im\\70ort 'x';</style>",
				"<style>@im<!-- -->port 'x.css';</style>", "<style><g/>@import 'x.css';</style>",
				"<g id='a'/><use href='#a'/>", "<pattern id='p'/>", "<symbol/>", "<mask id='m'/>",
				"<style>@font-face { font-family: x }</style>", "<style>.a { background: url(x.png) }</style>",
				"<animate attributeName='href' to='javascript:alert(1)'/>", "<set attributeName='onload' to='x'/>",
				"<handler xmlns='http://www.w3.org/2001/xml-events'/>", "<html xmlns='http://www.w3.org/1999/xhtml'/>",
				"<iframe/>", "<?xml-stylesheet href='https://example.org/x.css'?>", "<rect xml:base='https://x/'/>",
				"<rect xmlns:i='http://ns.example/' i:label='x'/>" })
		void doesNothingButDraw(String part) {
			PictureTests.this.folder.replace(SVG, "</svg>", part + "</svg>");

			assertThat(PictureTests.this.folder.findings()).filteredOn((finding) -> finding.file().equals(SVG))
				.isNotEmpty()
				.allMatch((finding) -> finding.rule() == Rule.E006 && finding.line() == 5);
			assertThat(PictureTests.this.folder.catalog().modules()).isEmpty();
		}

		@ParameterizedTest
		@ValueSource(strings = { "<linearGradient id='g'><stop offset='1'/></linearGradient><rect fill='url(#g)'/>",
				"<clipPath id='c'><rect/></clipPath><g clip-path='url(#c)'/>",
				"<g aria-label='An expression of worry'/>", "<text>Bed &amp; work<tspan>x</tspan></text>",
				"<!-- a comment -->", "<text><![CDATA[a < b]]></text>" })
		void mayDraw(String part) {
			PictureTests.this.folder.replace(SVG, "</svg>", part + "</svg>");

			assertThat(PictureTests.this.folder.findings()).isEmpty();
		}

		@ParameterizedTest
		@ValueSource(strings = { "<svg", "", "no drawing", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>",
				"<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>"
						+ "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>&b;</text></svg>",
				"<!DOCTYPE svg [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
						+ "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>&f;</text></svg>" })
		void isWholeAndHasNoEntities(String text) {
			PictureTests.this.folder.write(SVG, text);

			assertThat(rules()).contains(Rule.E014).doesNotContain(Rule.E000);
		}

		@ParameterizedTest
		@ValueSource(strings = { "<svg xmlns='http://www.w3.org/2000/svg'/>",
				"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 wide high'/>",
				"<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='100%'/>" })
		void saysHowLargeItIs(String text) {
			PictureTests.this.folder.write(SVG, text);

			assertThat(PictureTests.this.folder.places()).contains(SVG + ":1 E001");
		}

		@ParameterizedTest
		@ValueSource(strings = { "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9000 10'/>",
				"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'/>" })
		void fitsOnAPage(String text) {
			PictureTests.this.folder.write(SVG, text);

			assertThat(PictureTests.this.folder.places()).contains(SVG + ":1 E013");
		}

		@Test
		void isNotTooLarge() {
			PictureTests.this.folder.replace(SVG, "</svg>", "<!--" + "x".repeat(200_000) + "--></svg>");

			assertThat(PictureTests.this.folder.places()).contains(SVG + ":1 E013");
		}

		@Test
		void isNotNestedTooDeep() {
			PictureTests.this.folder.replace(SVG, "</svg>", "<g>".repeat(2000) + "</g>".repeat(2000) + "</svg>");

			assertThat(rules()).contains(Rule.E013);
		}

	}

	@Nested
	class APictureOfPoints {

		@ParameterizedTest
		@ValueSource(strings = { "point.jpg", "point.webp", "point.jpeg" })
		void isWhatItsNameSays(String name) {
			PictureTests.this.folder.write("tied-housing/assets/" + name, PNG)
				.write("tied-housing/assets/" + name + ".meta.yaml", PictureTests.this.folder.read(META));

			assertThat(PictureTests.this.folder.places()).containsExactly("tied-housing/assets/" + name + ":1 E006");
		}

		@Test
		void doesNotTellWhereItWasTaken() {
			byte[] photograph = { (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0, 8, 'E', 'x', 'i', 'f', 0, 0,
					(byte) 0xff, (byte) 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0 };
			PictureTests.this.folder.write("tied-housing/assets/a.jpg", photograph)
				.write("tied-housing/assets/a.jpg.meta.yaml", PictureTests.this.folder.read(META));

			assertThat(PictureTests.this.folder.findings()).extracting(Finding::message)
				.containsExactly("The picture holds data of the camera, which may tell where it was taken.");
		}

		@Test
		void isNotTooLarge() {
			byte[] large = new byte[1_000_001];
			System.arraycopy(PNG, 0, large, 0, PNG.length);
			PictureTests.this.folder.write("tied-housing/assets/a.png", large)
				.write("tied-housing/assets/a.png.meta.yaml", PictureTests.this.folder.read(META));

			assertThat(PictureTests.this.folder.places()).containsExactly("tied-housing/assets/a.png:1 E013");
		}

	}

	private List<Rule> rules() {
		return this.folder.findings()
			.stream()
			.map(Finding::rule)
			.filter((rule) -> rule != Rule.W202)
			.distinct()
			.toList();
	}

}
