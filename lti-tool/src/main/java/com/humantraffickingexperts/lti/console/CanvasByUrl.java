package com.humantraffickingexperts.lti.console;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.web.ToolAddress;

/** Canvas reads the tool's configuration from an address. */
@Component
class CanvasByUrl implements RegistrationWay {

	private final ToolAddress address;

	CanvasByUrl(ToolAddress address) {
		this.address = address;
	}

	@Override
	public int order() {
		return 50;
	}

	@Override
	public Optional<Way> wayFor(Administrator administrator, @Nullable Institution institution, PlatformFamily family) {
		if (family != PlatformFamily.CANVAS) {
			return Optional.empty();
		}
		return Optional.of(new Way("console.way.canvas", "console.way.canvas.text",
				List.of(new Copyable("console.way.canvas.url", this.address.url("/lti/canvas.json").toString()),
						new Copyable("console.way.canvas.redirect", this.address.url("/lti/launch").toString())),
				null, null));
	}

}
