package com.humantraffickingexperts.sandbox.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.SandboxSettings;
import com.humantraffickingexperts.sandbox.state.StateFile;

/**
 * The tools this platform trusts. One is there from the start.
 */
@Component
public final class Registrations {

	/** The client id of the tool that is registered from the start. */
	public static final String PRECONFIGURED = "htmse-sandbox";

	/** The deployment of that tool. */
	public static final String PRECONFIGURED_DEPLOYMENT = "1";

	private static final String SECTION = "registrations";

	private final StateFile state;

	private final List<Registration> registrations = new ArrayList<>();

	public Registrations(SandboxSettings settings, StateFile state) {
		this.state = state;
		state.read(SECTION, Registration[].class).ifPresent((kept) -> this.registrations.addAll(List.of(kept)));
		if (find(PRECONFIGURED).isEmpty()) {
			save(preconfigured(settings.toolBaseUrl()));
		}
	}

	private static Registration preconfigured(URI tool) {
		return new Registration(PRECONFIGURED, PRECONFIGURED_DEPLOYMENT, "HTMSE LTI Tool", tool + "/lti/login",
				List.of(tool + "/lti/launch"), tool + "/lti/launch", tool + "/lti/launch", tool + "/lti/jwks.json",
				Scopes.ALL, Map.of("context_history", "$Context.id.history", "link_history", "$ResourceLink.id.history",
						"due", "$ResourceLink.submission.endDateTime"),
				Registration.PERSONAL_CLAIMS, true);
	}

	/**
	 * Points the preconfigured registration at a tool that listens elsewhere now.
	 * @param tool the tool's public address
	 */
	public void preconfiguredToolIsAt(URI tool) {
		save(preconfigured(tool));
	}

	public synchronized List<Registration> all() {
		return List.copyOf(this.registrations);
	}

	public synchronized Optional<Registration> find(String clientId) {
		return this.registrations.stream().filter((each) -> each.clientId().equals(clientId)).findFirst();
	}

	/**
	 * A registration that is known to exist.
	 * @param clientId its client id
	 * @return the registration
	 */
	public Registration get(String clientId) {
		return find(clientId).orElseThrow(() -> new IllegalArgumentException("No registration " + clientId));
	}

	public synchronized void save(Registration registration) {
		this.registrations.removeIf((each) -> each.clientId().equals(registration.clientId()));
		this.registrations.add(registration);
		keep();
	}

	public void switchOn(String clientId, boolean on) {
		save(get(clientId).switched(on));
	}

	public synchronized void remove(String clientId) {
		this.registrations.removeIf((each) -> each.clientId().equals(clientId));
		keep();
	}

	private void keep() {
		this.state.write(SECTION, this.registrations);
	}

}
