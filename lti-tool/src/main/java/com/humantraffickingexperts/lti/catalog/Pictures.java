package com.humantraffickingexperts.lti.catalog;

import java.util.Optional;

/** The pictures of all modules, answered from memory. */
public interface Pictures {

	/**
	 * One picture.
	 * @param address 64 hexadecimal digits, which are the digest of its content, a dot
	 * and an ending
	 * @return the picture, or empty when there is none
	 */
	Optional<PictureFile> picture(String address);

}
