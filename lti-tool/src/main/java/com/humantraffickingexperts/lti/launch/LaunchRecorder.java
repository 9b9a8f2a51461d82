package com.humantraffickingexperts.lti.launch;

import java.util.Map;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.database.Gathered;
import com.humantraffickingexperts.lti.database.ReadyTransactions;
import com.humantraffickingexperts.lti.people.Users;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * Records accepted launches. Those that arrive at the same time share a transaction,
 * because what a launch costs a database most is its commit.
 */
@Component
class LaunchRecorder implements AutoCloseable {

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
		this.gathered = new Gathered<>("launch-recorder-", ReadyTransactions.AT_ONCE, TOGETHER,
				(together) -> transactions.execute(() -> together.stream().map(this::write).toList()));
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
		if (launch.graded() && launch.registration().terms().seats() != null && !this.users.takeSeat(launch.user())) {
			throw new ToolError(LaunchRefusal.SEATS_USED, LaunchAuthentication.facts(launch.registration(), Map.of()),
					launch.presentation().returnUrl(), null, null);
		}
		if (!this.gathered.ask(fresh)) {
			return false;
		}
		this.freshLaunches.keep(fresh);
		return true;
	}

	@Override
	public void close() {
		this.gathered.close();
	}

	/**
	 * The launch itself comes first, because it uses up the nonce: nothing else is
	 * written for a launch that was used before.
	 */
	private boolean write(NewLaunch fresh) {
		if (!this.launches.insert(fresh)) {
			return false;
		}
		this.users.record(fresh.launch().user(), fresh.launch().graded());
		this.places.record(fresh);
		return true;
	}

}
