package com.humantraffickingexperts.lti.catalog;

import java.util.Optional;

/**
 * Where pictures of modules are found: those of the newest releases, or of older ones.
 */
public interface Pictures {

	/**
	 * One picture.
	 * @param address 64 hexadecimal digits, which are the digest of its content, a dot
	 * and an ending
	 * @return the picture, or empty when there is none
	 */
	Optional<PictureFile> picture(String address);

}
