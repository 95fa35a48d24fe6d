using Approvals.Workflow.Diagram;

namespace Approvals.Workflow.Tests.Diagram;

public sealed class ProcessStepsTests
{
    [Fact]
    public void Steps_tell_the_same_as_the_picture()
    {
        var steps = ProcessSteps.From(Models.Diagram("hygiene-licence"), Models.InReview);
        steps
            .Select(s => $"{s.Name} {s.Progress} {string.Join("，", s.Captions)}".TrimEnd())
            .ShouldBe([
                "收件取号 Done 09-16",
                "受理 Done 09-17，窗口 12 林晓芸",
                "一次性补正 Skipped",
                "现场核查 Done 09-21 · 2 名核查员",
                "检验检测 Done 09-22 至 10-09，停表 8 个工作日",
                "审查 Now 10-12 起，卫健委 许文清",
                "决定 Todo 待办",
                "送达 Todo 电子证照",
            ]);
    }

    [Fact]
    public void Steps_of_a_sub_process_follow_it()
    {
        var steps = ProcessSteps.From(Models.Diagram("collaboration-bare"), DiagramState.None);
        var joint = steps.ToList().FindIndex(s => s.Id == "joint");
        steps
            .Skip(joint)
            .Take(3)
            .Select(s => (s.Name, s.Depth))
            .ShouldBe([("联合审查", 0), ("现场核查", 1), ("检验检测", 1)]);
        steps.ShouldAllBe(s => s.Progress == null);
    }
}
