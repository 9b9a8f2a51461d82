package com.humantraffickingexperts.lti.dynamicregistration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.humantraffickingexperts.lti.web.EnglishPaths;

/** In which language a platform's administrator registers the tool. */
@Configuration(proxyBeanMethods = false)
class RegistrationLanguage {

	@Bean
	EnglishPaths registering() {
		return EnglishPaths.of("/lti/register");
	}

}
