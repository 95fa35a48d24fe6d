namespace Approvals.Server.Transparency;

/// <summary>
/// The journal is not the continuation of what was published: it is shorter or other than the last checkpoint says. Nothing more
/// is published, because two signed trees that contradict each other can never be taken back.
/// </summary>
public sealed class LogForkedException(string message) : Exception(message);
