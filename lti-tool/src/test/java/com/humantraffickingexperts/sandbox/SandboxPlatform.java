package com.humantraffickingexperts.sandbox;

import java.net.URI;

import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

import com.humantraffickingexperts.sandbox.ags.Gradebook;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.faults.Faults;
import com.humantraffickingexperts.sandbox.faults.RecordedRequests;
import com.humantraffickingexperts.sandbox.keys.PlatformKeys;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.manners.ServiceAddresses;
import com.humantraffickingexperts.sandbox.oidc.IdTokens;
import com.humantraffickingexperts.sandbox.oidc.Launches;
import com.humantraffickingexperts.sandbox.oidc.LoginInitiation;
import com.humantraffickingexperts.sandbox.people.People;
import com.humantraffickingexperts.sandbox.registration.DynamicRegistration;
import com.humantraffickingexperts.sandbox.registration.Registrations;
import com.humantraffickingexperts.sandbox.token.AccessTokens;

/**
 * A running sandbox: a learning platform on a port of its own, with direct access to what
 * it holds. It reads no settings of the tool and no environment.
 */
public final class SandboxPlatform implements AutoCloseable {

	private final AnnotationConfigServletWebServerApplicationContext context;

	private URI tool;

	private SandboxPlatform(AnnotationConfigServletWebServerApplicationContext context, URI tool) {
		this.context = context;
		this.tool = tool;
	}

	/**
	 * Starts a sandbox.
	 * @param settings how
	 * @return the running platform
	 */
	public static SandboxPlatform start(SandboxSettings settings) {
		QuietLogging.unlessConfigured();
		var context = new AnnotationConfigServletWebServerApplicationContext();
		context.setDisplayName("sandbox");
		context.registerBean(SandboxSettings.class, () -> settings);
		context.register(SandboxConfiguration.class);
		try {
			context.refresh();
		}
		catch (RuntimeException ex) {
			context.close();
			throw ex;
		}
		URI known = URI.create(context.getBean(Registrations.class).get(Registrations.PRECONFIGURED).origin());
		SandboxPlatform platform = new SandboxPlatform(context, known);
		platform.connectTool(settings.toolBaseUrl());
		return platform;
	}

	/**
	 * Points the preconfigured registration and its links at a tool, for instance when
	 * its port is known only now.
	 * @param toolBaseUrl the public address of the tool
	 */
	public void connectTool(URI toolBaseUrl) {
		bean(Registrations.class).preconfiguredToolIsAt(toolBaseUrl);
		bean(Courses.class).moved(Registrations.PRECONFIGURED, this.tool.toString(), toolBaseUrl.toString());
		this.tool = toolBaseUrl;
	}

	/**
	 * The platform's name for itself, which is also its address.
	 * @return the issuer
	 */
	public URI issuer() {
		return bean(PlatformAddress.class).issuer();
	}

	public URI authorizationEndpoint() {
		return issuer().resolve("/oidc/authorize");
	}

	public URI tokenEndpoint() {
		return issuer().resolve("/oidc/token");
	}

	public URI jwksUri() {
		return issuer().resolve("/oidc/jwks");
	}

	public Manners manners() {
		return bean(CurrentManners.class).get();
	}

	/**
	 * Takes on the manners of a platform.
	 * @param manners the manners
	 */
	public void manners(Manners manners) {
		bean(CurrentManners.class).take(manners);
	}

	/**
	 * Offers platform storage, or does not, whatever the manners.
	 * @param offered whether it is offered
	 */
	public void platformStorage(boolean offered) {
		bean(CurrentManners.class).platformStorage(offered);
	}

	public People people() {
		return bean(People.class);
	}

	public Courses courses() {
		return bean(Courses.class);
	}

	public Gradebook gradebook() {
		return bean(Gradebook.class);
	}

	public PlatformKeys keys() {
		return bean(PlatformKeys.class);
	}

	public Registrations registrations() {
		return bean(Registrations.class);
	}

	public DynamicRegistration dynamicRegistration() {
		return bean(DynamicRegistration.class);
	}

	public AccessTokens accessTokens() {
		return bean(AccessTokens.class);
	}

	public Faults faults() {
		return bean(Faults.class);
	}

	public RecordedRequests requests() {
		return bean(RecordedRequests.class);
	}

	public SandboxClock clock() {
		return bean(SandboxClock.class);
	}

	public PlatformIds ids() {
		return bean(PlatformIds.class);
	}

	public ServiceAddresses addresses() {
		return bean(ServiceAddresses.class);
	}

	public Launches launches() {
		return bean(Launches.class);
	}

	public LoginInitiation loginInitiation() {
		return bean(LoginInitiation.class);
	}

	public IdTokens idTokens() {
		return bean(IdTokens.class);
	}

	private <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
