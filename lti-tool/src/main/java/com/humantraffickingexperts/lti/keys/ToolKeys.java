package com.humantraffickingexperts.lti.keys;

import com.nimbusds.jwt.JWTClaimsSet;

/** The tool's own signing keys. Private parts never leave this feature. */
public interface ToolKeys {

	/**
	 * Signs claims with the current key.
	 * @param claims what is claimed
	 * @return a compact JWS, RS256, with the {@code kid} of a key that is published
	 * @see <a href="https://www.imsglobal.org/spec/security/v1p0/">Security Framework
	 * 1.0, section 4</a>
	 */
	String sign(JWTClaimsSet claims);

}
