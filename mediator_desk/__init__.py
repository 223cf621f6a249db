"""What the desk knows and does. No windows and no tables are known here.

The words of this house, 中文 and code; one thing has one name on screen, in code, table and test:

==================  ======================================================
当事人              ``Party``, with its 代理人 ``agent``; 申请人 ``applicant``,
                    被申请人 ``respondent``
纠纷                ``Dispute``; 主题 ``topic`` (our own axis), 纠纷类型 ``category``
                    (the official one), 案件来源 ``source``, 渠道 ``channel``
登记 受理           ``log``, ``accept``; 不予受理 ``refuse``
分流                ``route``: 当面调解 ``settle``, 提请议事 ``council``, 吹哨 ``whistle``
阶段 结果           ``stage`` and ``outcome``: never the same thing
调解意愿            ``Consent``
调解会              ``Sitting`` (a *session* is SQLAlchemy's), 调解记录 its ``record``
协议                ``Agreement``, 书面 ``written`` or 口头 ``oral``; 履行义务 ``Obligation``
回访 结案 重启      ``FollowUp``, ``Closing``, ``Reopening``; 归档 ``archive``
时限                ``Deadline`` (a clock); 超期 ``overdue`` is asked, never stored
居民议事会 议题     the council; ``AgendaTopic`` (never just *topic*), 会议 ``Meeting``
归并                ``gather`` disputes into an agenda topic
吹哨 哨单           ``Whistle``; 派发 ``dispatch``, 签收 ``sign for``, 报到 ``report in``,
                    反馈 ``reply``, 核实 ``verify``, 评价 ``evaluate``, 退单 ``return``,
                    改派 ``reassign``, 指定 ``designate``, 销号 ``close``
调解队 调委会       ``Team``, ``Committee`` (owns the seal and the numbers)
站点                ``Station``: one store on one PC
社区 小区 楼栋 单元 ``division``, ``estate``, ``building``, ``unit``
台账                ``ledger``; 登记号 ``number``, 卷号 ``volume_no``
数据包              ``bundle``; 名片 ``card``, 冲突 ``clash``, 流水 ``journal``,
                    一条流水 ``Entry``, 数据组 ``group``
密码 恢复卡         ``password``, ``recovery code``
==================  ======================================================
"""
