package com.humantraffickingexperts.lti.conformance;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.dynamicregistration.Invitations;
import com.humantraffickingexperts.lti.network.StrictHttp;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationSource;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One registration being played: a platform, an invitation, an administrator's browser.
 */
final class RegistrationStage implements AutoCloseable {

	private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

	private static final Pattern REFERENCE = Pattern.compile(">([2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5})<");

	/** Names that lead to addresses inside, whoever asks the public for them. */
	private static final Map<String, String> NAMES = Map.of("internal.attacker.example", "10.0.0.5",
			"metadata.google.internal", "169.254.169.254", "lms-a.example", "127.0.0.1");

	private final Stage stage;

	private final Invitations invitations;

	private final RegistrationStore store;

	private final InstitutionId institution;

	private final StrictHttp outside = new StrictHttp(NAMES);

	private final RegisteringPlatform platform = new RegisteringPlatform(this.outside);

	private final Browser browser;

	@Nullable String invitation;

	RegistrationStage(ToolUnderTest tool, Invitations invitations, RegistrationStore store, InstitutionId institution) {
		this.stage = new Stage(tool);
		this.invitations = invitations;
		this.store = store;
		this.institution = institution;
		this.browser = this.stage.browser();
		this.invitation = invite();
		tool.outbound().leadsTo(this.platform);
	}

	@Override
	public void close() {
		this.stage.close();
		this.outside.close();
		for (ManagedRegistration made : made()) {
			this.store.delete(made.id());
		}
	}

	Stage stage() {
		return this.stage;
	}

	RegisteringPlatform platform() {
		return this.platform;
	}

	Browser browser() {
		return this.browser;
	}

	/** The secret of a new invitation. */
	String invite() {
		String link = this.invitations.make(this.institution, PlatformFamily.GENERIC).link().toString();
		assertThat(link).startsWith(ToolUnderTest.BASE + "/lti/register/");
		return link.substring(link.lastIndexOf('/') + 1);
	}

	/** What dynamic registrations the tool keeps. */
	List<ManagedRegistration> made() {
		return this.store.all(null)
			.stream()
			.filter((managed) -> managed.source() == RegistrationSource.DYNAMIC)
			.toList();
	}

	ManagedRegistration onlyOne() {
		assertThat(made()).hasSize(1);
		return made().getFirst();
	}

	String start() {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("openid_configuration", this.platform.configurationAddress);
		if (this.platform.token != null) {
			query.put("registration_token", this.platform.token);
		}
		return "/lti/register" + ((this.invitation == null) ? "" : "/" + this.invitation) + "?"
				+ Browser.encoded(query);
	}

	/** The platform opens the tool's address. */
	Answer begin() {
		return this.browser.get(start());
	}

	/** The same, when the page with the choices has to come. */
	Answer consent() {
		Answer page = begin();
		assertThat(page.status()).as(page.body()).isEqualTo(200);
		return page;
	}

	Answer decide(Answer consent, String act, Map<String, String> choices) {
		Map<String, String> form = new LinkedHashMap<>(choices);
		form.put("form", form(consent));
		form.put("act", act);
		return this.browser.post("/lti/register", form);
	}

	Answer agree(Answer consent) {
		return decide(consent, "register", Map.of("classList", "true"));
	}

	/** From the start to the end, or to the first refusal. */
	Answer play() {
		Answer page = begin();
		return (page.status() == 200) ? agree(page) : page;
	}

	static String form(Answer consent) {
		Matcher matcher = FORM.matcher(consent.body());
		if (!matcher.find()) {
			throw new AssertionError("No form on the page:\n" + consent.body());
		}
		return HtmlUtils.htmlUnescape(matcher.group(1));
	}

	ManagedRegistration registered(Answer end) {
		assertThat(end.status()).as(end.body()).isEqualTo(200);
		assertThat(end.body()).contains("data-close=");
		ManagedRegistration made = onlyOne();
		assertThat(made.state()).isEqualTo(RegistrationState.ENABLED);
		assertThat(made.registration().institution()).isEqualTo(this.institution);
		keepsSecrets(end);
		return made;
	}

	/** A page for the person, a line for the operator, nothing kept. */
	void refused(String code, Answer answer) {
		assertThat(answer.body()).as("status %s", answer.status()).contains(">" + code + "<");
		assertThat(answer.status()).isEqualTo(Contract.status(code));
		assertThat(answer.header("Content-Type")).startsWith("text/html");
		assertThat(answer.header("X-Frame-Options")).isNull();
		assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors")
			.doesNotContain("frame-ancestors 'none'")
			.doesNotContain("unsafe-inline");
		assertThat(answer.body()).doesNotContain("Exception", "\tat ", "Caused by");
		Matcher reference = REFERENCE.matcher(answer.body());
		assertThat(reference.find()).as("a reference on the page").isTrue();
		assertThat(this.stage.log()).filteredOn((event) -> event.getFormattedMessage().contains(reference.group(1)))
			.singleElement()
			.satisfies((event) -> assertThat(event.getFormattedMessage()).contains(code));
		keepsSecrets(answer);
	}

	/** The token and the invitation stay where they belong. */
	void keepsSecrets(Answer answer) {
		List<String> secrets = new ArrayList<>();
		if (this.platform.token != null) {
			secrets.add(this.platform.token);
		}
		if (this.invitation != null) {
			secrets.add(this.invitation);
		}
		assertThat(answer.body()).doesNotContain(secrets);
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
		this.stage.log().forEach((event) -> assertThat(event.getFormattedMessage()).doesNotContain(secrets));
		assertThat(this.stage.tool().outbound().asked()).extracting(URI::toString)
			.noneMatch((address) -> secrets.stream().anyMatch(address::contains));
	}

}
