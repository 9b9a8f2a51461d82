package com.humantraffickingexperts.lti.catalog.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.humantraffickingexperts.lti.web.PublicPaths;

/** Who may see the cards and pictures: everybody. */
@Configuration(proxyBeanMethods = false)
class CatalogWeb {

	@Bean
	PublicPaths moduleCards() {
		return PublicPaths.of("/modules/*");
	}

	@Bean
	PublicPaths modulePictures() {
		return PublicPaths.of("/pictures/*");
	}

}
