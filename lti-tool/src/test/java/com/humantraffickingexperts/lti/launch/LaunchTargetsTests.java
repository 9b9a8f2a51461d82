package com.humantraffickingexperts.lti.launch;

import java.net.URI;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.web.ToolAddress;

import static org.assertj.core.api.Assertions.assertThat;

class LaunchTargetsTests {

	private final LaunchTargets targets = new LaunchTargets(new ToolAddress(URI.create("https://tool.example.com")));

	@Nested
	class Ours {

		@ParameterizedTest
		@ValueSource(strings = { "https://tool.example.com", "https://tool.example.com/",
				"https://tool.example.com/lti/launch", "https://tool.example.com/lti/launch?item=42&utm_source=lms",
				"HTTPS://TOOL.EXAMPLE.COM/lti/launch", "https://tool.example.com:443/lti/launch#part" })
		void theToolItselfNamesNoModule(String address) {
			assertThat(LaunchTargetsTests.this.targets.read(address)).hasValue(new LaunchTargets.Target(null));
		}

		@Test
		void aModulesAddressNamesIt() {
			assertThat(LaunchTargetsTests.this.targets.read("https://tool.example.com/modules/who-is-at-risk?a=b"))
				.hasValue(new LaunchTargets.Target("who-is-at-risk"));
		}

		@Test
		void aToolOnAPortOfItsOwnHasThatPort() {
			LaunchTargets local = new LaunchTargets(new ToolAddress(URI.create("http://localhost:8080")));
			assertThat(local.read("http://localhost:8080/lti/launch")).isPresent();
			assertThat(local.read("http://localhost/lti/launch")).isEmpty();
		}

	}

	@Nested
	class NotOurs {

		@ParameterizedTest
		@ValueSource(strings = { "https://evil.example/x", "https://tool.example.com.evil.example/",
				"https://tool.example.com@evil.example/", "https://user@tool.example.com/", "//evil.example/",
				"//tool.example.com/", "/lti/launch", "javascript:alert(1)", "data:text/html,x",
				"http://tool.example.com/lti/launch", "https://tool.example.com:8443/lti/launch",
				"https://tool.example.com\\@evil.example/", "https://tool.example.com /", "https:tool.example.com", "",
				"https://" })
		void anotherPlaceIsRefused(String address) {
			assertThat(LaunchTargetsTests.this.targets.read(address)).isEmpty();
		}

		@ParameterizedTest
		@ValueSource(strings = { "/admin", "/logout", "/actuator/env", "/lti/launch/../admin",
				"/lti/launch%2f..%2fadmin", "/lti/login", "/launches/x", "/modules/", "/modules/A", "/modules/a/b",
				"/modules/one/modules/two", "/modules/%2e%2e", "/modules/x;y=z", "//evil.example" })
		void aPageThatNoLaunchOpensIsRefused(String path) {
			assertThat(LaunchTargetsTests.this.targets.read("https://tool.example.com" + path)).isEmpty();
		}

	}

}
