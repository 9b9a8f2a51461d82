package com.humantraffickingexperts.lti.start;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The context that Spring Boot would use, with {@link QuickBeans}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QuickContext implements ApplicationContextFactory {

	@Override
	public @Nullable ConfigurableApplicationContext create(@Nullable WebApplicationType type) {
		if (type != WebApplicationType.SERVLET) {
			return null;
		}
		return AotDetector.useGeneratedArtifacts() ? new ServletWebServerApplicationContext(new QuickBeans())
				: new AnnotationConfigServletWebServerApplicationContext(new QuickBeans());
	}

}
