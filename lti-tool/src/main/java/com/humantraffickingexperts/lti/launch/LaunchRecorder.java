package com.humantraffickingexperts.lti.launch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.database.AfterCommit;
import com.humantraffickingexperts.lti.database.Gathered;
import com.humantraffickingexperts.lti.database.ReadyTransactions;
import com.humantraffickingexperts.lti.launch.FreshLaunches.FirstPage;
import com.humantraffickingexperts.lti.launch.JdbcLaunches.StoredLaunch;
import com.humantraffickingexperts.lti.people.Arrival;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.people.Users;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * Records accepted launches. Those that arrive at the same time share a transaction,
 * because what a launch costs a database most is its commit.
 */
@Component
class LaunchRecorder {

	private static final int TOGETHER = 64;

	private final JdbcLaunches launches;

	private final JdbcPlaces places;

	private final Users users;

	private final FreshLaunches freshLaunches;

	private final Gathered<NewLaunch, Boolean> gathered;

	LaunchRecorder(JdbcLaunches launches, JdbcPlaces places, Users users, FreshLaunches freshLaunches,
			ReadyTransactions transactions) {
		this.launches = launches;
		this.places = places;
		this.users = users;
		this.freshLaunches = freshLaunches;
		this.gathered = new Gathered<>(TOGETHER, (together) -> transactions.execute(() -> write(together)));
	}

	/**
	 * Records a launch, once.
	 * @param fresh the launch
	 * @return false when its nonce was used before; then nothing was written
	 * @throws ToolError when a learner comes for whom there is no seat; then the nonce is
	 * not used up
	 */
	boolean record(NewLaunch fresh) {
		CurrentLaunch launch = fresh.launch();
		if (fresh.seat() && launch.registration().terms().seats() != null && !this.users.takeSeat(launch.user())) {
			throw new ToolError(LaunchRefusal.SEATS_USED, LaunchAuthentication.facts(launch.registration(), Map.of()),
					launch.presentation().returnUrl(), null, null);
		}
		return this.gathered.ask(fresh);
	}

	/**
	 * The launches themselves come first, because they use up the nonces: nothing else is
	 * written for a launch that was used before.
	 */
	private List<Boolean> write(List<NewLaunch> together) {
		try {
			this.launches.insert(together);
		}
		catch (DuplicateKeyException ex) {
			if (together.size() > 1) {
				throw ex;
			}
			return List.of(false);
		}
		this.users.record(together.stream().map((fresh) -> new Arrival(fresh.launch().user(), fresh.seat())).toList());
		together.forEach(this.places::record);
		List<FirstPage> firstPages = firstPages(together);
		AfterCommit.run(() -> firstPages.forEach(this.freshLaunches::keep));
		return Collections.nCopies(together.size(), true);
	}

	/**
	 * One launch is not kept waiting for what its first page can ask for; of many it is
	 * asked at once.
	 */
	private List<FirstPage> firstPages(List<NewLaunch> together) {
		if (together.size() == 1) {
			return List.of(new FirstPage(StoredLaunch.of(together.getFirst()), false));
		}
		Map<UserId, String> languages = this.users
			.languages(together.stream().map((fresh) -> fresh.launch().user().id()).collect(Collectors.toSet()));
		return together.stream()
			.map((fresh) -> new FirstPage(StoredLaunch.of(fresh).inLanguage(languages.get(fresh.launch().user().id())),
					true))
			.toList();
	}

}
