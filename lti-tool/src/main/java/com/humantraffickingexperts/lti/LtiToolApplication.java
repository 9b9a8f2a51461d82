package com.humantraffickingexperts.lti;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

import com.humantraffickingexperts.lti.catalog.CatalogCommand;

/** The tool: one process that opens course modules inside a learning platform. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class LtiToolApplication {

	/**
	 * Starts the tool, or runs one of its commands.
	 * @param args Spring Boot's command line arguments, or a command with its own
	 */
	public static void main(String[] args) {
		if (args.length > 0 && CatalogCommand.NAME.equals(args[0])) {
			System.exit(CatalogCommand.main(List.of(args)));
		}
		SpringApplication.run(LtiToolApplication.class, args);
	}

}
