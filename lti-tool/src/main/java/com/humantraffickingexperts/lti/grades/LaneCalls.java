package com.humantraffickingexperts.lti.grades;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import com.humantraffickingexperts.lti.database.AfterCommit;
import com.humantraffickingexperts.lti.database.SharedTime;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Calls a node to a lane: a task for the lane's epoch, of which there can be only one. A
 * call can get lost, with the node that makes it or behind a lane that is just being let
 * go; so it only makes haste, and {@link ScoreTasks} looks at every lane each second.
 */
class LaneCalls {

	private static final Logger LOG = LoggerFactory.getLogger(LaneCalls.class);

	private final JdbcLanes lanes;

	private final SchedulerClient scheduler;

	private final SharedTime time;

	private final Executor executor;

	private final Set<RegistrationId> calling = ConcurrentHashMap.newKeySet();

	LaneCalls(JdbcLanes lanes, SchedulerClient scheduler, SharedTime time, Executor executor) {
		this.lanes = lanes;
		this.scheduler = scheduler;
		this.time = time;
		this.executor = executor;
	}

	/**
	 * Calls once the current transaction has committed, and not in it: everybody who
	 * completes something at the same platform would wait for each other.
	 */
	void afterCommit(RegistrationId registration) {
		AfterCommit.run(() -> {
			if (this.calling.add(registration)) {
				this.executor.execute(() -> callOnce(registration));
			}
		});
	}

	private void callOnce(RegistrationId registration) {
		this.calling.remove(registration);
		try {
			Instant now = this.time.instant();
			Lane lane = this.lanes.open(registration, now);
			if (!lane.held(now)) {
				call(lane);
			}
		}
		catch (DataAccessException ex) {
			LOG.debug("The lane of {} is looked at a little later", registration, ex);
		}
	}

	/** Two calls at the same moment are one: the other one is in the table already. */
	void call(Lane lane) {
		try {
			this.scheduler.scheduleIfNotExists(ScoreTasks.DELIVER.instance(lane.task()).build(), this.time.instant());
		}
		catch (TaskInstanceException ex) {
			LOG.debug("The lane of {} was called already", lane.registration(), ex);
		}
	}

}
