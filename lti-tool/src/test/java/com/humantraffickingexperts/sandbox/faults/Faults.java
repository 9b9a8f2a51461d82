package com.humantraffickingexperts.sandbox.faults;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.stereotype.Component;

/**
 * The faults in force, at most one for each service.
 */
@Component
public class Faults {

	private final Map<Service, Fault> faults = new EnumMap<>(Service.class);

	/**
	 * Lets a service fail from now on.
	 * @param service the service
	 * @param fault what goes wrong
	 */
	public synchronized void set(Service service, Fault fault) {
		this.faults.put(service, fault);
	}

	public synchronized void clear(Service service) {
		this.faults.remove(service);
	}

	public synchronized void clear() {
		this.faults.clear();
	}

	public synchronized Map<Service, Fault> inForce() {
		return new EnumMap<>(this.faults);
	}

	/**
	 * Decides whether this call fails.
	 * @param service the service called
	 * @return the fault, if it strikes
	 */
	synchronized Optional<Fault> strike(Service service) {
		Fault fault = this.faults.get(service);
		if (fault == null || ThreadLocalRandom.current().nextDouble() >= fault.chance()) {
			return Optional.empty();
		}
		Fault left = (fault.calls() < 0) ? fault : fault.first(fault.calls() - 1);
		if (left.isOver()) {
			this.faults.remove(service);
		}
		else {
			this.faults.put(service, left);
		}
		return Optional.of(fault);
	}

}
