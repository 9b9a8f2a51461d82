package com.humantraffickingexperts.lti.web;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Styles and scripts are linked by the names that change with their content. */
class AssetLinksTests {

	private final ResourceUrlProvider names = mock(ResourceUrlProvider.class);

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	AssetLinksTests() {
		given(this.names.getForLookupPath("/assets/tool.css")).willReturn("/assets/tool-70e299.css");
		this.engine.setTemplateResolver(new StringTemplateResolver());
		new AssetLinks.Placement(this.engine, this.names);
	}

	private String written(String template) {
		return this.engine.process(template, new Context(Locale.UK));
	}

	@Test
	void alsoOnPagesThatAreWrittenWithoutARequest() {
		assertThat(written("<link th:href='@{/assets/tool.css}'>")).contains("/assets/tool-70e299.css");
	}

	@Test
	void otherLinksAreLeftAsTheyAre() {
		assertThat(written("<a th:href='@{https://lms.example/assets/tool.css}'>LMS</a>"))
			.contains("https://lms.example/assets/tool.css");
	}

}
