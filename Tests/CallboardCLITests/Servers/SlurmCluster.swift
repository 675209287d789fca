import CallboardTestSupport
import Foundation
import Testing

/// A cluster of Slurm on this machine, of a controller and two nodes, that needs neither systemd nor munge.
struct SlurmCluster {
  /// The path of its settings, for `SLURM_CONF`.
  let configuration: String
  private let folder: TemporaryFolder
  private let programs: [BackgroundProgram]

  static let isInstalled =
    Command.path(of: "slurmctld") != nil && Command.path(of: "slurmd") != nil
    && Command.path(of: "sbatch") != nil

  /// Starts the cluster and waits until its nodes take jobs.
  init(in folder: TemporaryFolder) throws {
    self.folder = folder
    let path = folder.path + "/slurm"
    configuration = path + "/slurm.conf"
    try folder.write(["slurm/state/.keep": "", "slurm/log/.keep": ""])
    // A port may be taken by somebody else between the choice and its use.
    var programs: [BackgroundProgram] = []
    for _ in 1...5 {
      try folder.write(
        Self.settings(path, port: .random(in: 20_000..<32_000)),
        to: "slurm/slurm.conf"
      )
      programs = try Self.start(configuration)
      if try Self.isReady(configuration, in: folder) { break }
      programs = []
    }
    self.programs = programs
    let log = try log()
    try #require(!programs.isEmpty, "the cluster did not start: \(log)")
  }

  /// What the daemons said.
  func log() throws -> String {
    try folder.contents(of: "slurm/log").sorted { $0.key < $1.key }
      .map { "\($0.key)\n\(String(decoding: $0.value.suffix(2000), as: UTF8.self))" }.joined()
  }

  private static func start(_ configuration: String) throws -> [BackgroundProgram] {
    let controller = try BackgroundProgram(
      #require(Command.path(of: "slurmctld")),
      ["-D", "-i", "-f", configuration]
    )
    return [controller]
      + (try ["n1", "n2"].map { name in
        try BackgroundProgram(
          #require(Command.path(of: "slurmd")),
          ["-D", "-N", name, "-f", configuration]
        )
      })
  }

  /// Whether both nodes come up within a minute.
  private static func isReady(_ configuration: String, in folder: TemporaryFolder) throws -> Bool {
    for _ in 0..<120 {
      let outcome = try Command.run(
        #require(Command.path(of: "sinfo")),
        ["--noheader", "--Node", "--format=%T"],
        in: folder,
        environment: ["SLURM_CONF": configuration]
      )
      if outcome.output == "idle\nidle\n" { return true }
      Thread.sleep(forTimeInterval: 0.5)
    }
    return false
  }

  /// - Parameter port: The first of three.
  private static func settings(_ path: String, port: Int) throws -> String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, 255)
    let host = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      .prefix { $0 != "." }
    // The nodes have as many processors as the guide's jobs ask for, whatever the machine has.
    return """
      ClusterName=test
      SlurmctldHost=\(host)(127.0.0.1)
      SlurmctldPort=\(port)
      SlurmUser=\(NSUserName())
      SlurmdUser=\(NSUserName())
      AuthType=auth/none
      CredType=cred/none
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      MpiDefault=none
      SwitchType=switch/none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_Core
      JobAcctGatherType=jobacct_gather/none
      AccountingStorageType=accounting_storage/none
      SlurmdParameters=config_overrides
      SchedulerParameters=batch_sched_delay=0,sched_interval=1
      ReturnToService=2
      StateSaveLocation=\(path)/state
      SlurmdSpoolDir=\(path)/spool-%n
      SlurmctldPidFile=\(path)/controller.pid
      SlurmdPidFile=\(path)/node-%n.pid
      SlurmctldLogFile=\(path)/log/controller
      SlurmdLogFile=\(path)/log/%n
      NodeName=n[1-2] NodeHostname=\(host) NodeAddr=127.0.0.1 Port=[\(port + 1)-\(port + 2)] CPUs=8
      PartitionName=all Nodes=n[1-2] Default=YES MaxTime=INFINITE State=UP

      """
  }
}
