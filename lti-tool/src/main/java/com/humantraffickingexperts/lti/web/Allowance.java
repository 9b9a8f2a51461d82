package com.humantraffickingexperts.lti.web;

import java.time.Duration;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/** So many uses a minute for each key, of which all may come at once. */
public final class Allowance {

	private static final int REMEMBERED = 100_000;

	private final LoadingCache<String, Bucket> buckets;

	/**
	 * An allowance on this node.
	 * @param perMinute how many uses each key has in a minute
	 */
	public Allowance(int perMinute) {
		this.buckets = Caffeine.newBuilder()
			.maximumSize(REMEMBERED)
			.expireAfterAccess(Duration.ofMinutes(2))
			.build((key) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
				.build());
	}

	/**
	 * Uses the allowance of a key once.
	 * @param key who uses it
	 * @throws ToolError when nothing of it is left, with the time after which it makes
	 * sense to come again
	 */
	public void use(String key) {
		ConsumptionProbe probe = this.buckets.get(key).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new ToolError(WebErrorCode.TOO_MANY, Map.of(), null,
					Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1), null);
		}
	}

}
