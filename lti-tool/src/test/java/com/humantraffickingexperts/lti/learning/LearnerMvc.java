package com.humantraffickingexperts.lti.learning;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** People in front of {@link LearningPreview}, without a browser. */
class LearnerMvc {

	private static final AtomicInteger PEOPLE = new AtomicInteger();

	private final MockMvcTester mvc;

	LearnerMvc(WebApplicationContext context) {
		this.mvc = MockMvcTester.from(context, (builder) -> builder.apply(springSecurity()).build());
	}

	/** Somebody new in front of a module. */
	Person person(String kind, String module) {
		return new Person(kind + "-conduct" + PEOPLE.incrementAndGet(), module, "");
	}

	/** Somebody who has started a module. */
	Person started(String module) {
		Person person = person("learner", module);
		assertThat(person.send("")).hasStatus(303);
		return person;
	}

	static String text(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	final class Person {

		private final String name;

		private final String module;

		private final String device;

		private Person(String name, String module, String device) {
			this.name = name;
			this.module = module;
			this.device = device;
		}

		/** The same person at another device. */
		Person at(String other) {
			return new Person(this.name, this.module, "+" + other);
		}

		String address(String rest) {
			return "/launches/" + this.name + this.device + "--" + this.module + "/learn" + rest;
		}

		String page(String rest) {
			MvcTestResult answer = ask(get(address(rest)));
			assertThat(answer).hasStatusOk();
			return text(answer);
		}

		MvcTestResult look(String rest) {
			return ask(get(address(rest)));
		}

		MvcTestResult send(String rest, String... choice) {
			MockHttpServletRequestBuilder form = post(address(rest)).with(csrf());
			return ask((choice.length > 0) ? form.param("choice", choice) : form);
		}

		MvcTestResult form(String rest, Map<String, String> fields) {
			MockHttpServletRequestBuilder form = post(address(rest)).with(csrf());
			fields.forEach(form::param);
			return ask(form);
		}

		MvcTestResult ask(MockHttpServletRequestBuilder request) {
			return LearnerMvc.this.mvc.perform(request);
		}

	}

}
