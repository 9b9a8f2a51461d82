package com.humantraffickingexperts.lti.conformance;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

import com.humantraffickingexperts.lti.LtiToolApplication;
import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Login;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;
import com.humantraffickingexperts.lti.keys.SigningKey;
import com.humantraffickingexperts.lti.keys.ToolKeyRing;
import com.humantraffickingexperts.lti.registration.Registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two whole tools before one database: whichever of them a request meets, the answer is
 * the same.
 */
@OnTheWholeTool
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTests {

	private static final int ROUNDS = 40;

	private final ToolUnderTest one;

	private final ConfigurableEnvironment environment;

	private ConfigurableApplicationContext other;

	private int otherPort;

	@Autowired
	TwoNodesTests(ToolUnderTest one, ConfigurableEnvironment environment) {
		this.one = one;
		this.environment = environment;
	}

	@BeforeAll
	void start() {
		this.other = new SpringApplicationBuilder(LtiToolApplication.class).initializers((context) -> {
			GenericApplicationContext beans = (GenericApplicationContext) context;
			beans.registerBean("sharedClock", Clock.class, this.one::clock, (bean) -> bean.setPrimary(true));
			beans.registerBean("sharedRegistrations", Registrations.class, this.one::registrations,
					(bean) -> bean.setPrimary(true));
		})
			.run("--server.port=0", "--management.server.port=-1", "--htmse.base-url=" + ToolUnderTest.BASE,
					"--htmse.network.allow-private-addresses=true", "--htmse.jobs.enabled=false",
					"--spring.main.banner-mode=off",
					"--spring.datasource.url=" + this.environment.getProperty("spring.datasource.url"));
		this.otherPort = this.other.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	@AfterAll
	void stop() {
		this.other.close();
	}

	private static Draft learner() {
		return Draft.student().target(ToolUnderTest.BASE + "/modules/national-referral-mechanism");
	}

	@Test
	void aLoginOnOneNodeIsGoodForALaunchOnTheOther() {
		try (Stage stage = new Stage(this.one)) {
			Browser browser = stage.browser();
			Login login = stage.login(learner(), browser);
			browser.goesTo(this.otherPort);
			Verdict.atHome(Visit.of(stage.launch(learner(), login, browser), browser));
		}
	}

	@Test
	void aLaunchOpenedOnOneNodeIsOpenOnTheOtherAndEndsOnBoth() {
		try (Stage stage = new Stage(this.one)) {
			Visit visit = stage.visit(learner());
			Answer entrance = visit.arrive();
			visit.browser().goesTo(this.otherPort);
			assertThat(withoutFormToken(visit.arrive())).isEqualTo(withoutFormToken(entrance));
			String token = Stage.field(entrance, "_csrf");
			assertThat(visit.browser().post(visit.path() + "/leave", Map.of("_csrf", token)).status()).isEqualTo(200);
			visit.browser().goesTo(this.one.port());
			assertThat(visit.browser().get(visit.answer().location()).status()).isIn(404, 410);
		}
	}

	/** The token is written differently on each page. */
	private static String withoutFormToken(Answer page) {
		return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
	}

	@Test
	void aSecretKeptByThePlatformIsTakenByTheOtherNode() {
		try (Stage stage = new Stage(this.one)) {
			Browser browser = stage.browser().withoutCookies();
			Draft draft = learner().param("lti_storage_target", "_parent");
			Login login = stage.login(draft, browser);
			Answer page = stage.launch(draft, login, browser);
			browser.goesTo(this.otherPort);
			Answer confirmed = browser.post("/lti/launch/confirm",
					Map.of("pending", Stage.pending(page), "value", login.stored()));
			Verdict.atHome(Visit.of(confirmed, browser));
		}
	}

	@Test
	void theSameMessagePostedToBothAtOnceOpensOneVisit() throws Exception {
		try (Stage stage = new Stage(this.one)) {
			for (int round = 0; round < ROUNDS; round++) {
				Draft draft = Draft.student().claim("sub", "same-" + round);
				Browser browser = stage.browser();
				Login login = stage.login(draft, browser);
				String token = stage.token(draft, login);
				int before = stage.count("launch");
				List<Answer> answers = atOnce(twice(browser, (copy) -> () -> stage.post(draft, login, token, copy)));
				assertThat(stage.count("launch") - before).as("visits of round %s", round).isEqualTo(1);
				assertThat(answers).extracting(Answer::status).contains(303).allMatch((status) -> status != 500);
				assertThat(answers.stream().filter((answer) -> answer.status() == 303).map(Answer::location).distinct())
					.as("addresses of round %s", round)
					.hasSize(1);
			}
		}
	}

	@Test
	void ofTwoMessagesThatAnswerOneLoginAtOnceOneIsTaken() throws Exception {
		try (Stage stage = new Stage(this.one)) {
			for (int round = 0; round < ROUNDS; round++) {
				Browser browser = stage.browser();
				Login login = stage.login(Draft.student(), browser);
				List<Draft> drafts = List.of(Draft.student().claim("sub", "first-" + round),
						Draft.student().claim("sub", "second-" + round));
				List<Browser> copies = List.of(browser.copy(), browser.copy());
				copies.get(1).goesTo(this.otherPort);
				List<Callable<Answer>> posts = new ArrayList<>();
				for (int i = 0; i < 2; i++) {
					String token = stage.token(drafts.get(i), login);
					Draft draft = drafts.get(i);
					Browser copy = copies.get(i);
					posts.add(() -> stage.post(draft, login, token, copy));
				}
				int before = stage.count("launch");
				assertThat(atOnce(posts)).extracting(Answer::status)
					.as("round %s", round)
					.containsExactlyInAnyOrder(303, 401);
				assertThat(stage.count("launch") - before).isEqualTo(1);
			}
		}
	}

	@Test
	void bothPublishTheSameKeysAlsoSoonAfterARotation() {
		try (Stage stage = new Stage(this.one)) {
			Browser there = stage.browser();
			there.goesTo(this.otherPort);
			await()
				.until(() -> there.get("/lti/jwks.json").body().equals(stage.browser().get("/lti/jwks.json").body()));
			stage.advance(SigningKey.PUBLISHED_BEFORE.plus(Duration.ofMinutes(1)));
			assertThat(this.other.getBean(ToolKeyRing.class).rotateNow()).isEqualTo(ToolKeyRing.Outcome.ROTATED);
			String rotated = there.get("/lti/jwks.json").body();
			await().atMost(Duration.ofSeconds(20))
				.until(() -> stage.browser().get("/lti/jwks.json").body().equals(rotated));
		}
	}

	private List<Callable<Answer>> twice(Browser browser, Posting posting) {
		Browser first = browser.copy();
		Browser second = browser.copy();
		second.goesTo(this.otherPort);
		return List.of(posting.by(first), posting.by(second));
	}

	private static List<Answer> atOnce(List<Callable<Answer>> requests) throws InterruptedException {
		CyclicBarrier barrier = new CyclicBarrier(requests.size());
		try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
			return threads.invokeAll(requests.stream().<Callable<Answer>>map((request) -> () -> {
				barrier.await();
				return request.call();
			}).toList()).stream().map(TwoNodesTests::answer).toList();
		}
	}

	private static Answer answer(Future<Answer> future) {
		try {
			return future.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new AssertionError(ex);
		}
	}

	/** How a browser posts. */
	private interface Posting {

		Callable<Answer> by(Browser browser);

	}

}
