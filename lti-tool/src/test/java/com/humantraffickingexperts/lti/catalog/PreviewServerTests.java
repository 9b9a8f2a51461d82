package com.humantraffickingexperts.lti.catalog;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.catalog.preview.AuthorFolder;
import com.humantraffickingexperts.lti.catalog.preview.PreviewServer;

import static com.humantraffickingexperts.lti.catalog.PackageFolder.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** Authors see what they write, as they write it. */
@Timeout(60)
class PreviewServerTests {

	private final HttpClient browser = HttpClient.newHttpClient();

	private PackageFolder folder;

	private PreviewServer server;

	@BeforeEach
	void preview(@TempDir Path temp) throws IOException {
		this.folder = PackageFolder.sound(temp)
			.write("tied-housing/assets/path.svg",
					"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><style>a{}</style></svg>")
			.write("tied-housing/assets/path.svg.meta.yaml",
					"alt: A path to a bed\ncredit: Our team\nlicence: CC-BY-4.0\nsource: Drawn here\n")
			.replace(PAGE, "Ask about **both**.", "![A path](../assets/path.svg)");
		this.server = PreviewServer.start(AuthorFolder.of(temp.resolve("tied-housing").toString()).orElseThrow(),
				LocalDate.of(2026, 11, 24), 0);
	}

	@AfterEach
	void end() {
		this.server.close();
		this.browser.close();
	}

	@Test
	void aModuleHasItsContentsAndWhatIsToMend() throws Exception {
		this.folder.replace(PAGE, "[@guidance]", "[@nothing]");

		assertThat(body("")).contains("When the job comes with the bed", "href=\"/tied-housing/pages/the-bed\"",
				"Questions, with their answers (", "E003 There is no source &quot;nothing&quot;");
	}

	@Test
	void aPageIsAsLearnersSeeItWithTheNotesToAuthors() throws Exception {
		assertThat(body("pages/the-bed")).contains("<h1>Why people stay</h1>", "<img src=\"/pictures/", "To verify",
				"Is this still so?", "tel:08000000000", "Next page");
	}

	@Test
	void questionsShowTheirAnswers() throws Exception {
		assertThat(body("questions")).contains("id=\"q-first\"", "A bed for <strong>tonight</strong>",
				"<dt>correct</dt>", "Safety first");
	}

	@Test
	void aSavedFileShowsAtOnce() throws Exception {
		String before = get("/changes").body();
		assertThat(body("pages/the-bed")).contains("data-revision=\"" + before + "\"");

		this.folder.replace(PAGE, "Why people stay", "Why so many people stay");

		assertThat(get("/changes").body()).isNotEqualTo(before);
		assertThat(body("pages/the-bed")).contains("Why so many people stay");
	}

	@Test
	void aBrokenPageSaysWhatIsWrong() throws Exception {
		this.folder.replace(PAGE, "## The bed", "#### The bed\n\n<b onclick='alert(1)'>raw</b>");

		assertThat(body("pages/the-bed")).contains("E016", "E006").doesNotContain("<b onclick");
	}

	@Test
	void aBrokenModuleFileIsNoEnd() throws Exception {
		this.folder.write("tied-housing/module.yaml", "title: [");

		assertThat(body("")).contains("E014");
		assertThat(body("pages/the-bed")).contains("Why people stay");
	}

	@Test
	void picturesAreServedAsTheToolDoes() throws Exception {
		String page = body("pages/the-bed");
		int at = page.indexOf("/pictures/");
		HttpResponse<String> picture = get(page.substring(at, page.indexOf('"', at)));

		assertThat(picture.statusCode()).isEqualTo(200);
		assertThat(picture.headers().firstValue("Content-Type")).contains("image/svg+xml");
		assertThat(picture.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/assets/tool.css", "/assets/preview.css", "/assets/preview.js" })
	void stylesAndScriptAreThere(String path) throws Exception {
		assertThat(get(path).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/tied-housing/pages/", "/tied-housing/pages/nothing", "/assets/../x",
			"/pictures/x", "/tied-housing/module.yaml", "/..%2f..%2fetc/passwd" })
	void nothingElseIs(String path) throws Exception {
		assertThat(get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void nobodyElseIsAnswered() throws Exception {
		HttpRequest post = HttpRequest.newBuilder(URI.create(root())).POST(HttpRequest.BodyPublishers.noBody()).build();

		assertThat(this.browser.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
		assertThat(root()).startsWith("http://localhost:");
	}

	private String body(String path) throws Exception {
		HttpResponse<String> answer = get("/tied-housing/" + path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).doesNotContain("unsafe");
		return answer.body();
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.browser.send(HttpRequest.newBuilder(URI.create(root() + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private String root() {
		return this.server.address().replace("/tied-housing/", "");
	}

}
