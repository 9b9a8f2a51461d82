package com.humantraffickingexperts.bench;

import java.net.URI;
import java.util.List;

/**
 * A running tool, and who launches into it.
 *
 * @param tool the tool's own address
 * @param platform the platform that it knows
 * @param population who launches
 * @param headers what browsers send beside the usual headers
 */
record Target(URI tool, Platform platform, Population population, List<String> headers) {
}
