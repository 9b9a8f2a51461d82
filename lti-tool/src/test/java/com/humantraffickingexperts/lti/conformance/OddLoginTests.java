package com.humantraffickingexperts.lti.conformance;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Logins as platforms, proxies and attackers write them, beside those of the cases. */
@OnTheWholeTool
class OddLoginTests {

	private final ToolUnderTest tool;

	@Autowired
	OddLoginTests(ToolUnderTest tool) {
		this.tool = tool;
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://tool.example.com\\@evil.example/", "https://tool.example.com%00.evil.example/",
			"https://tool.example.com%2eevil.example/", "https://tool.example.com/lti/launch/../../x",
			"https://tool.example.com/modules/..%2f..%2fx", "https://tool.example.com/modules//",
			"https://tool.example.com/modules/A", "https://tool.example.com/launches/x", "\thttps://tool.example.com/",
			"https://tool.example.com/\r\nSet-Cookie: a=b", "javascript:alert(1)//https://tool.example.com/",
			"https:tool.example.com", "https:///tool.example.com/", "//tool.example.com/", "/lti/launch",
			"https://tool.example.com:8443/", "https://tool.example.com:0443x/", "https://tool.example.com./",
			"https://TOOL.EXAMPLE.COM@evil.example/", "ftp://tool.example.com/", "https://[tool.example.com]/",
			"https://tool。example。com/", "blob:https://tool.example.com/x" })
	void anAddressThatIsNotOursIsNotOpened(String target) {
		try (Stage stage = new Stage(this.tool)) {
			Map<String, ?> before = stage.rows();
			Answer answer = stage.begin(Draft.student().param("target_link_uri", target), stage.browser());
			assertThat(answer.status()).isEqualTo(400);
			assertThat(Verdict.code(answer)).isEqualTo("LTI-TARGET-FOREIGN");
			assertThat(answer.header("Location")).isNull();
			assertThat(answer.cookies()).isEmpty();
			assertThat(stage.rows()).isEqualTo(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://tool.example.com", "https://tool.example.com/",
			"HTTPS://Tool.Example.COM/lti/launch", "https://tool.example.com:443/lti/launch",
			"https://tool.example.com/lti/launch?a=%2F%26&b=1&b=2", "https://tool.example.com/lti/launch#part",
			"https://tool.example.com/modules/national-referral-mechanism" })
	void anAddressOfOursIsOpenedHoweverItIsWritten(String target) {
		try (Stage stage = new Stage(this.tool)) {
			stage.visit(Draft.student().target(target));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a+b c", "%2B%20%25", "é日本😀", "\"'<>&;=#?/\\", "{\"u\":\"1\"}", "a\nb", "0",
			"eyJhbGciOiJIUzI1NiJ9.eyJ1IjoxfQ.x-_", " leading and trailing " })
	void hintsComeBackAsTheyWere(String hint) {
		try (Stage stage = new Stage(this.tool)) {
			Draft draft = Draft.student().param("login_hint", hint).param("lti_message_hint", hint);
			Stage.Login login = stage.login(draft, stage.browser());
			assertThat(login.one("login_hint")).isEqualTo(hint);
			assertThat(login.one("lti_message_hint")).isEqualTo(hint);
		}
	}

	@Test
	void aSakaiMayNameTheServersDeploymentAtLoginAndTheSitesInTheMessage() {
		try (Stage stage = new Stage(this.tool)) {
			stage.visit(Draft.student()
				.param("lti_deployment_id", "dA2")
				.lti("tool_platform", Json.parse("{\"guid\": \"s\", \"product_family_code\": \"sakai\"}")));
			Browser browser = stage.browser();
			Stage.Login login = stage.login(Draft.student().param("lti_deployment_id", "dA2"), browser);
			Answer answer = stage.launch(Draft.student(), login, browser);
			assertThat(answer.status()).isEqualTo(401);
			assertThat(Verdict.code(answer)).isEqualTo("LTI-DEPLOYMENT-MISMATCH");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "text/plain", "multipart/form-data; boundary=x", "application/xml" })
	void aBodyThatIsNoFormIsRefused(String type) {
		try (Stage stage = new Stage(this.tool)) {
			for (String path : new String[] { "/lti/login", "/lti/launch", "/lti/launch/confirm" }) {
				Answer answer = stage.browser().send("POST", path, Map.of("Content-Type", type), "{}");
				assertThat(answer.status()).as(path).isEqualTo(415);
			}
		}
	}

}
