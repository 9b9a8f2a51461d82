package com.humantraffickingexperts.lti.dynamicregistration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.web.ToolError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistrationAnswerTests {

	@Test
	void moodleNamesTheDeploymentInTheConfiguration() {
		RegistrationAnswer answer = RegistrationAnswer
			.read(Platforms.json(Platforms.moodleAnswered("04-registration-response")));
		assertThat(answer.clientId()).isEqualTo("zoUsZIIwhsMmX2l");
		assertThat(answer.deploymentId()).isEqualTo("1");
		assertThat(answer.scopes()).hasSize(5).contains("https://purl.imsglobal.org/spec/lti-ags/scope/score");
	}

	@Test
	void canvasNamesItBesideAndItsClientIdIsTooLongForANumber() {
		RegistrationAnswer answer = RegistrationAnswer
			.read(Platforms.json(Platforms.file("samples/canvas", "registration-response")));
		assertThat(answer.clientId()).isEqualTo("10000000000123");
		assertThat(answer.deploymentId()).startsWith("47:");
		assertThat(answer.scopes()).contains("openid");
	}

	@Test
	void aDeploymentAndScopesAreOptional() {
		RegistrationAnswer answer = RegistrationAnswer.read("{\"client_id\":\"c\"}");
		assertThat(answer.deploymentId()).isNull();
		assertThat(answer.scopes()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "token_already_used", "{\"client_id\":\" \"}",
			"{\"client_id\":126240000000000360}", "<html></html>", "" })
	void anythingElseIsNoAnswer(String text) {
		assertThatExceptionOfType(ToolError.class).isThrownBy(() -> RegistrationAnswer.read(text))
			.satisfies((error) -> assertThat(error.code()).isEqualTo(DynamicRegistrationRefusal.ANSWER_UNREADABLE));
	}

}
