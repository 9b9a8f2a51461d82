package com.humantraffickingexperts.lti.database;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What may happen only when what was written is safe. */
public final class AfterCommit {

	/**
	 * Does something once the transaction in which this is called has committed, and
	 * never if it does not; at once when there is none.
	 * @param act what to do
	 */
	public static void run(Runnable act) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			act.run();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				act.run();
			}
		});
	}

	private AfterCommit() {
	}

}
