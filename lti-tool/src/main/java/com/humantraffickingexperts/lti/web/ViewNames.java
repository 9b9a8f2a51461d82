package com.humantraffickingexperts.lti.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.ViewResolver;

/** Every page is HTML: nobody has to be asked in which form it should be written. */
@Configuration(proxyBeanMethods = false)
class ViewNames {

	/** Stands where the framework would negotiate the form of each page. */
	@Bean
	ViewResolver viewResolver() {
		return (name, locale) -> null;
	}

}
