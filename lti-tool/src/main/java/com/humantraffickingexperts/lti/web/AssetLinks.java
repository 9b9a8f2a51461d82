package com.humantraffickingexperts.lti.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Gives links to styles and scripts the name that changes with their content, also on
 * pages that are written where no servlet has been reached.
 */
final class AssetLinks extends AbstractLinkBuilder {

	private static final String ASSETS = "/assets/";

	private final ResourceUrlProvider names;

	AssetLinks(ResourceUrlProvider names) {
		this.names = names;
		setOrder(0);
	}

	@Override
	public @Nullable String buildLink(IExpressionContext context, String base, Map<String, Object> parameters) {
		return base.startsWith(ASSETS) ? this.names.getForLookupPath(base) : null;
	}

	/** Instead of a filter that would look at every link of every page. */
	@Configuration(proxyBeanMethods = false)
	static class Placement {

		Placement(SpringTemplateEngine engine, ResourceUrlProvider names) {
			engine.addLinkBuilder(new AssetLinks(names));
		}

		@Bean
		FilterRegistrationBean<ResourceUrlEncodingFilter> noFilterOfLinks() {
			FilterRegistrationBean<ResourceUrlEncodingFilter> registration = new FilterRegistrationBean<>(
					new ResourceUrlEncodingFilter());
			registration.setEnabled(false);
			return registration;
		}

	}

}
