package com.humantraffickingexperts.lti.catalog;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where course packages are.
 *
 * @param locations folders, as {@code file:} or {@code classpath:} addresses; a module in
 * a later one replaces that of an earlier one
 */
@ConfigurationProperties("htmse.catalog")
record CatalogSettings(@DefaultValue( {
		"classpath:/course-packages/", "file:./course-packages/" }) List<String> locations){

	CatalogSettings {
		locations = List.copyOf(locations);
		for (String location : locations) {
			if (!location.startsWith("file:") && !location.startsWith("classpath:")) {
				throw new IllegalArgumentException(
						"htmse.catalog.locations must begin with file: or classpath:, not be " + location);
			}
		}
	}

}
