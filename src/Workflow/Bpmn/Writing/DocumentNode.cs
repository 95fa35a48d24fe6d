namespace Approvals.Workflow.Bpmn.Writing;

/// <summary>A piece of a BPMN file: an <see cref="ElementNode"/>, or one of the pieces between elements.</summary>
public abstract record DocumentNode;

/// <summary>
/// Character data with its references resolved. Space between elements is text too; line ends are one line feed, as
/// XML 1.0 §2.11 gives them.
/// </summary>
public sealed record TextNode(string Value) : DocumentNode;

/// <summary>A CDATA section of its own; two that follow each other stay two.</summary>
public sealed record CDataNode(string Value) : DocumentNode;

public sealed record CommentNode(string Value) : DocumentNode;

/// <summary>A processing instruction; <paramref name="Data"/> is empty when it has a target alone.</summary>
public sealed record InstructionNode(string Target, string Data) : DocumentNode;
