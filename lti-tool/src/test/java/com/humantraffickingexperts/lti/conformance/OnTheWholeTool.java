package com.humantraffickingexperts.lti.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

import com.humantraffickingexperts.lti.LtiToolApplication;

/**
 * Runs a test class against the whole tool over HTTP, started once for all such classes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = { LtiToolApplication.class, Doubles.class },
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "htmse.base-url=" + ToolUnderTest.BASE, "htmse.network.allow-private-addresses=true",
				"htmse.jobs.enabled=false", "htmse.platforms[0].name=LMS A",
				"htmse.platforms[0].issuer=https://lms-a.example", "htmse.platforms[0].client-id=cA1",
				"htmse.platforms[0].deployment-ids=dA1,dA2",
				"htmse.platforms[0].authorization-endpoint=https://lms-a.example/auth",
				"htmse.platforms[0].token-endpoint=https://lms-a.example/token",
				"htmse.platforms[0].jwks-uri=https://lms-a.example/jwks",
				"htmse.platforms[0].lti11-consumers[179248902]=my-lti11-secret",
				"htmse.platforms[1].name=LMS A, second client", "htmse.platforms[1].issuer=https://lms-a.example",
				"htmse.platforms[1].client-id=cA2", "htmse.platforms[1].deployment-ids=d-of-cA2",
				"htmse.platforms[1].authorization-endpoint=https://lms-a.example/auth",
				"htmse.platforms[1].token-endpoint=https://lms-a.example/token",
				"htmse.platforms[1].jwks-uri=https://lms-a.example/jwks", "htmse.platforms[2].name=LMS B",
				"htmse.platforms[2].issuer=https://lms-b.example", "htmse.platforms[2].client-id=cB1",
				"htmse.platforms[2].deployment-ids=dB1",
				"htmse.platforms[2].authorization-endpoint=https://lms-b.example/auth",
				"htmse.platforms[2].token-endpoint=https://lms-b.example/token",
				"htmse.platforms[2].jwks-uri=https://lms-b.example/jwks", "management.server.port=-1",
				"htmse.doctor.canary=false",
				"htmse.catalog.locations=classpath:/course-packages/,classpath:/catalog/sound/,classpath:/catalog/more/",
				"spring.datasource.url=jdbc:h2:mem:conformance;MODE=MySQL;DB_CLOSE_DELAY=-1" })
@interface OnTheWholeTool {

}
