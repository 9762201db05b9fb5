package org.throughline.platform.access;

/// What a signed-in person may be allowed to do beyond reading. Roles in the directory are sets of these.
public enum Permission {
    /// Answer calls, keep drafts, withdraw one's own inputs.
    CONTRIBUTE,
    /// Write calls and questionnaires, open, extend and close them, take in paper and files of inputs.
    MANAGE_CALLS,
    /// Check inputs and publish them or keep them unpublished.
    PUBLISH_INPUTS,
    /// Check entries of the register, publish, decline and merge them.
    MODERATE_REGISTER,
    /// Mark passages, write sentences.
    ANALYSE,
    /// Sign off a frame of themes, publish a summary.
    SIGN_OFF,
    /// Run the installation: accounts, jobs, log.
    OPERATE
}
