package com.humantraffickingexperts.bench;

/** A launch that did not go as it must. */
final class WrongLaunch extends Exception {

	private final String kind;

	WrongLaunch(String kind, String detail) {
		super(detail);
		this.kind = kind;
	}

	/**
	 * What went wrong, in one word.
	 * @return the kind, by which wrong launches are counted
	 */
	String kind() {
		return this.kind;
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
