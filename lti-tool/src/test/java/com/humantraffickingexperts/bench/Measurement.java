package com.humantraffickingexperts.bench;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.bench.Load.Outcome;
import com.humantraffickingexperts.bench.Load.Wrong;
import com.humantraffickingexperts.bench.Samples.Percentiles;

/**
 * What one measurement of one database showed.
 *
 * @param side what the database holds
 * @param concurrency how many virtual users
 * @param round the round
 * @param launches how many launches
 * @param perSecond how many in a second
 * @param login how long logins took
 * @param launch how long launch messages took
 * @param follow how long landing pages took
 * @param whole how long all of it took
 * @param toolMillis CPU time of the tool for a launch
 * @param databaseMillis CPU time of the database server for a launch; null when there is
 * none, or when it is not to be seen
 * @param othersCores how many cores everything else on the machine used meanwhile
 * @param toolMegabytes the tool's memory afterwards
 * @param errors wrong launches by their kind
 */
record Measurement(String side, int concurrency, int round, long launches, double perSecond, Percentiles login,
		Percentiles launch, Percentiles follow, Percentiles whole, double toolMillis, @Nullable Double databaseMillis,
		double othersCores, long toolMegabytes, Map<String, Wrong> errors) {

	double cpuMillis() {
		return this.toolMillis + ((this.databaseMillis == null) ? 0 : this.databaseMillis);
	}

	/** The CPU time of all that takes part, at one moment. */
	record Meter(long tool, long database, long driver, long machine) {

		static Meter read(ProcessHandle tool, @Nullable ProcessHandle database) {
			return new Meter(Processes.cpuMillis(tool), Processes.cpuMillis(database),
					Processes.cpuMillis(ProcessHandle.current()), Processes.machineCpuMillis());
		}

		Meter since(Meter before) {
			return new Meter(this.tool - before.tool, this.database - before.database, this.driver - before.driver,
					this.machine - before.machine);
		}

		/** The tool and a database of its own are children of the driver. */
		long others() {
			return Math.max(0, this.machine - this.driver - this.database);
		}

	}

	static Measurement of(String side, int concurrency, int round, Outcome outcome, Meter used, boolean database,
			long megabytes) {
		int launches = Math.max(1, outcome.whole().count());
		return new Measurement(side, concurrency, round, outcome.whole().count(), outcome.perSecond(),
				outcome.login().percentiles(), outcome.launch().percentiles(), outcome.follow().percentiles(),
				outcome.whole().percentiles(), (double) used.tool() / launches,
				database ? (double) used.database() / launches : null, used.others() / (outcome.nanos() / 1e6),
				megabytes, outcome.errors());
	}

}
