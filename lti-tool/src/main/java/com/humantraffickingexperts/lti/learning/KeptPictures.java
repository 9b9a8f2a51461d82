package com.humantraffickingexperts.lti.learning;

import java.util.Optional;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.PictureFile;
import com.humantraffickingexperts.lti.catalog.Pictures;

/** The pictures of releases that somebody is in the middle of. */
@Component
class KeptPictures implements Pictures {

	private final JdbcReleases releases;

	KeptPictures(JdbcReleases releases) {
		this.releases = releases;
	}

	@Override
	public Optional<PictureFile> picture(String address) {
		return this.releases.picture(address);
	}

}
