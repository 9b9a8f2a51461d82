package com.humantraffickingexperts.lti.launch;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * {@code POST /launches/{launch}/leave}: ends the session of a launch before its time, on
 * a computer that others use too.
 */
@Controller
class LeaveController {

	private final LaunchSessions sessions;

	LeaveController(LaunchSessions sessions) {
		this.sessions = sessions;
	}

	@PostMapping("/launches/{launch}/leave")
	String leave(CurrentLaunch launch, HttpServletResponse response, Model model) {
		this.sessions.end(launch.id());
		BrowserCookies.dropSession(response, launch.id());
		model.addAttribute("returnUrl", launch.presentation().returnUrl());
		return "launch/left";
	}

}
