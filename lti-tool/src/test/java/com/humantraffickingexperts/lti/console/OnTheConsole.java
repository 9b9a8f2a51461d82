package com.humantraffickingexperts.lti.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

import com.humantraffickingexperts.lti.LtiToolApplication;

/**
 * Runs a test class against the whole tool, started once for all such classes, with a way
 * to sign in without a password.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = { LtiToolApplication.class, ConsolePeople.class },
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:console;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=0", "htmse.jobs.enabled=false", "htmse.platforms[0].name=Configured Moodle",
				"htmse.platforms[0].issuer=https://configured.example.ac.uk", "htmse.platforms[0].client-id=configured",
				"htmse.platforms[0].deployment-ids=1",
				"htmse.platforms[0].authorization-endpoint=https://configured.example.ac.uk/mod/lti/auth.php",
				"htmse.platforms[0].token-endpoint=https://configured.example.ac.uk/mod/lti/token.php",
				"htmse.platforms[0].jwks-uri=https://configured.example.ac.uk/mod/lti/certs.php" })
public @interface OnTheConsole {

}
