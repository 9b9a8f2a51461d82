package com.humantraffickingexperts.lti.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the heap collected whenever what outlived the young generation grew by
 * {@link #GROWTH}. Java's serial collector lets it grow to the limit first, which has to
 * leave room for what is rare (a password that is hashed, a large class), and the memory
 * would stay taken ever after. With any other collector nothing is done: those begin
 * early by themselves.
 */
@Component
class EarlyCollection implements SmartLifecycle, NotificationListener {

	/**
	 * Under full load this lets seconds pass between two collections of a tenth of a
	 * second each, and otherwise hours.
	 */
	private static final long GROWTH = 16L << 20;

	private static final String OLD_GENERATION = "Tenured Gen";

	private final NotificationEmitter memory = (NotificationEmitter) ManagementFactory.getMemoryMXBean();

	private @Nullable MemoryPoolMXBean old;

	@Override
	public void start() {
		Optional<MemoryPoolMXBean> found = ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getName().equals(OLD_GENERATION))
			.findFirst();
		if (found.isPresent()) {
			this.old = found.get();
			this.memory.addNotificationListener(this, null, null);
			letGrow(this.old);
		}
	}

	/** Java never notifies on the thread of a request. */
	@Override
	public void handleNotification(Notification notification, @Nullable Object handback) {
		MemoryPoolMXBean pool = this.old;
		if (pool != null && notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED)) {
			collect();
			letGrow(pool);
		}
	}

	private static void collect() {
		System.gc();
	}

	private static void letGrow(MemoryPoolMXBean pool) {
		pool.setUsageThreshold(Math.min(pool.getUsage().getUsed() + GROWTH, pool.getUsage().getMax()));
	}

	@Override
	public void stop() {
		if (this.old != null) {
			this.old.setUsageThreshold(0);
			this.old = null;
			try {
				this.memory.removeNotificationListener(this);
			}
			catch (ListenerNotFoundException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.old != null;
	}

}
