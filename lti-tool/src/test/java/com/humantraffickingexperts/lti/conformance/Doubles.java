package com.humantraffickingexperts.lti.conformance;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Objects;
import javax.sql.DataSource;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.keys.ToolKeyRing;
import com.humantraffickingexperts.lti.keys.ToolKeys;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchRefusal;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.registration.Registrations;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * What the cases need to take in hand: the clock, the network, the database, the
 * registrations, and pages that say who came in. Not marked as a configuration, so that
 * the tool itself never finds it.
 */
class Doubles {

	@Bean
	static BeanPostProcessor databaseSwitch() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource real && "dataSource".equals(name)) ? new DatabaseSwitch(real) : bean;
			}
		};
	}

	@Bean
	@Primary
	SettableClock settableClock() {
		return new SettableClock();
	}

	@Bean
	@Primary
	OutboundDouble outboundDouble(@Qualifier("guardedHttp") OutboundHttp real) {
		return new OutboundDouble(real);
	}

	@Bean
	@Primary
	RegistrationsDouble registrationsDouble(@Qualifier("knownRegistrations") Registrations configured) {
		return new RegistrationsDouble(configured);
	}

	@Bean(destroyMethod = "close")
	PlatformDouble platformDouble() {
		return new PlatformDouble();
	}

	@Bean
	ToolUnderTest toolUnderTest(Environment environment, SettableClock clock, RegistrationsDouble registrations,
			OutboundDouble outbound, PlatformDouble platforms, DataSource dataSource, JdbcClient jdbc,
			ToolKeys toolKeys, ToolKeyRing keyRing) {
		return new ToolUnderTest(environment, clock, registrations, outbound, platforms, (DatabaseSwitch) dataSource,
				jdbc, toolKeys, keyRing);
	}

	/** A module to open, as long as the tool brings none itself. */
	@Bean
	@Fallback
	Catalog catalog() {
		return TestCoursePackages.catalog(TestCoursePackages.module().build());
	}

	@Bean
	SmartInitializingSingleton pages(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		Pages pages = new Pages();
		return () -> {
			for (Method method : Pages.class.getDeclaredMethods()) {
				if (Modifier.isPublic(method.getModifiers())) {
					RequestMethod verb = method.getName().equals("answer") ? RequestMethod.POST : RequestMethod.GET;
					mappings
						.registerMapping(RequestMappingInfo.paths("/launches/{launch}/conformance/" + method.getName())
							.methods(verb)
							.options(mappings.getBuilderConfiguration())
							.build(), pages, method);
				}
			}
		};
	}

	/** Pages within a launch that say who is there, and one for teachers only. */
	static final class Pages {

		public String arrival(CurrentLaunch launch, Model model) {
			model.addAttribute("launch", launch);
			return "conformance/arrival";
		}

		public ResponseEntity<String> who(CurrentLaunch launch) {
			ObjectNode who = Json.object()
				.put("launch", launch.id().value())
				.put("type", launch.messageType().claimValue())
				.put("registration", launch.registration().clientId())
				.put("deployment", launch.deploymentId())
				.put("user", launch.user().id().value())
				.put("subject", launch.user().subject())
				.put("name", launch.user().name())
				.put("standing", launch.standing().name())
				.put("graded", launch.graded())
				.put("testUser", launch.testUser())
				.put("module", launch.module())
				.put("locale", Objects.requireNonNullElse(launch.presentation().locale(), "en-GB"))
				.put("documentTarget", launch.presentation().documentTarget())
				.put("returnUrl", launch.presentation().returnUrl())
				.put("memberships", Objects.toString(launch.memberships(), null));
			CurrentLaunch.Course context = launch.context();
			if (context != null) {
				who.putObject("context")
					.put("id", context.id().value())
					.put("title", context.title())
					.put("label", context.label());
			}
			CurrentLaunch.Link link = launch.link();
			if (link != null) {
				who.putObject("link").put("id", link.id().value()).put("title", link.title());
			}
			if (launch.ags() != null) {
				who.putObject("ags")
					.put("lineItem", Objects.toString(launch.ags().lineItem(), null))
					.put("lineItems", Objects.toString(launch.ags().lineItems(), null));
			}
			return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Json.write(who));
		}

		public ResponseEntity<String> instructors(CurrentLaunch launch) {
			if (!launch.standing().seesEveryone()) {
				throw new ToolError(LaunchRefusal.ROLE);
			}
			return ResponseEntity.ok("everyone");
		}

		public ResponseEntity<String> answer(CurrentLaunch launch) {
			return ResponseEntity.ok("answered");
		}

	}

}
